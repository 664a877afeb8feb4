import { fault } from '../errors.ts';
import type { Module } from './module.ts';

/** The largest number of a window. */
export const MaxPool: Module = {
  signature: '[kernel, stride = kernel, padding = 0]',
  expand: ({ build, inputs, args }) => {
    const kernel = args.integer(0);
    const [stride, padding] = [args.integer(1, kernel), args.integer(2, 0, 0)];
    return build.maxPool(inputs[0], { kernel, stride, padding });
  },
};

/** The mean of a window. Without padding: PyTorch counts padded zeros, TensorFlow does not. */
export const AvgPool: Module = {
  signature: '[kernel, stride = kernel]',
  expand: ({ build, inputs, args }) => {
    const kernel = args.integer(0);
    return build.averagePool(inputs[0], { kernel, stride: args.integer(1, kernel) });
  },
};

/** Zhang's blur-pool: a fixed binomial low-pass (3: 1 2 1, 5: 1 4 6 4 1), then every second number. */
export const BlurPool: Module = {
  signature: '[filter = 3]',
  expand: ({ build, inputs, args }) => {
    const kernel = args.integer(0, 3);
    if (kernel % 2 === 0) throw fault('evenFilter', kernel);
    return build.blurPool(inputs[0], { kernel, stride: 2, padding: (kernel - 1) / 2 });
  },
};

/** The mean over the whole map. */
export const AdaptiveAvgPool: Module = {
  signature: '[1]',
  expand: ({ build, inputs }) => build.averagePool(inputs[0]),
};
