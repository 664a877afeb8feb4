// A figure as a file. What needs a library for its format stands apart (gif, film, pdf, pptx): import it when it is asked for.

export * from './about.ts';
export * from './compact.ts';
export * from './names.ts';
export * from './portable.ts';
export * from './storyboard.ts';
export * from './svg.ts';
