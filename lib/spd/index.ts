// The arithmetic of space-to-depth: rearrangements, read counts, receptive fields, kernel equivalences. No dependency.
export * from './kernels.ts';
export * from './orders.ts';
export * from './reads.ts';
export * from './rearrange.ts';
export * from './receptive-field.ts';
export * from './windows.ts';
