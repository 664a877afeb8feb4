// A figure as a file.
export * from './svg.ts';
