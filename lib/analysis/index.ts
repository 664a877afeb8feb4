// What the lab finds out about an object and about detectors: arithmetic on what they said. Runs in Node too.
export * from './alarm.ts';
export * from './apportion.ts';
export * from './candidates.ts';
export * from './chance.ts';
export * from './measurement.ts';
export * from './measuring.ts';
export * from './nearby.ts';
export * from './saliency.ts';
export * from './score-histogram.ts';
export * from './standing-out.ts';
export * from './vary.ts';
export * from './why.ts';
