// From a detector's logits to boxes, and from boxes to a score. No dependency.
export * from './assign.ts';
export * from './average-precision.ts';
export * from './boxes.ts';
export * from './decode.ts';
export * from './judged-picture.ts';
export * from './levels.ts';
export * from './look.ts';
export * from './match.ts';
export * from './places.ts';
export * from './suppress.ts';
