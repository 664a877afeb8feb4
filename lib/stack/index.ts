// Stacks of downsamplers, built by hand: what they cost, read, keep and equal. The programs are in code.ts.
export * from './apart.ts';
export * from './counts.ts';
export * from './footprint.ts';
export * from './kernel.ts';
export * from './own-stack.ts';
export * from './rebuilding.ts';
export * from './stack.ts';
export * from './trained.ts';
export * from './ways.ts';
