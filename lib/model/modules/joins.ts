import { fault } from '../errors.ts';
import type { Module } from './module.ts';

/** Stacks the channels of the rows that it reads. PyTorch's dimension 1 is the channels. */
export const Concat: Module = {
  signature: '[1]',
  joins: true,
  expand: ({ build, inputs, args }) => {
    if (args.integer(0, 1) !== 1) throw fault('onlyChannels');
    return build.concat(inputs);
  },
};

/** Repeats every pixel `factor` times in both directions. */
export const Upsample: Module = {
  signature: '[None, factor, nearest]',
  expand: ({ build, inputs, args }) => {
    args.word(2, 'nearest');
    return build.upsample(inputs[0], args.integer(1));
  },
};
