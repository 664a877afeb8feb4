import type { Module } from './module.ts';

/** Max-pool over a window: the ImageNet stem's second step. */
export const MaxPool: Module = {
  signature: '[kernel, stride = kernel, padding = 0]',
  expand: ({ build, inputs, args }) => {
    const kernel = args.integer(0);
    const [stride, padding] = [args.integer(1, kernel), args.integer(2, 0, 0)];
    return build.maxPool(inputs[0], { kernel, stride, padding });
  },
};

/** The mean over the whole map. */
export const AdaptiveAvgPool: Module = {
  signature: '[1]',
  expand: ({ build, inputs }) => build.averagePool(inputs[0]),
};

/** The last layer: one logit a class. */
export const Linear: Module = {
  signature: '[nc]',
  expand: ({ build, inputs, args, name }) => {
    args.word(0, 'nc');
    return build.linear(inputs[0], name, build.classes);
  },
};
