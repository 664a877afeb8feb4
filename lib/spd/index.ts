// The arithmetic of space-to-depth: rearrangements, read counts, receptive fields, kernel equivalences, costs. No dependency.
export * from './cost.ts';
export * from './downsample.ts';
export * from './frequencies.ts';
export * from './kernels.ts';
export * from './least-squares.ts';
export * from './linear.ts';
export * from './orders.ts';
export * from './paths.ts';
export * from './reads.ts';
export * from './rearrange.ts';
export * from './receptive-field.ts';
export * from './singular-values.ts';
export * from './sources.ts';
export * from './sub-maps.ts';
export * from './windows.ts';
