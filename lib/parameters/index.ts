// Parameters declared once: their kinds, their values, reading and writing them. No dependency.
export * from './declaration.ts';
export * from './parse.ts';
export * from './shorten.ts';
export type * from './words.ts';
