import type { Module } from './module.ts';

/** The last layer: one logit a class. */
export const Linear: Module = {
  signature: '[nc]',
  expand: ({ build, inputs, args, name }) => {
    args.word(0, 'nc');
    return build.linear(inputs[0], name, build.classes);
  },
};
