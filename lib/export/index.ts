// A figure as a file.

export * from './compact.ts';
export * from './svg.ts';
