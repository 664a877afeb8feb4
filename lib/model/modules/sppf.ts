import { conv } from './conv.ts';
import type { Module } from './module.ts';

/** Three stride-1 max-pools in a row, every stage kept: spatial pyramid pooling, quickly. */
export const SPPF: Module = {
  signature: '[channels, kernel = 5]',
  expand: ({ build, inputs, args, name }) => {
    const kernel = args.integer(1, 5);
    const hidden = Math.floor(build.shape(inputs[0]).channels / 2);
    const stages = [conv(build, inputs[0], `${name}.cv1`, hidden, { kernel: 1 })];
    for (let i = 0; i < 3; i++) {
      stages.push(build.maxPool(stages[i], { kernel, stride: 1, padding: Math.floor(kernel / 2) }));
    }
    return conv(build, build.concat(stages), `${name}.cv2`, build.width(args.integer(0)), {
      kernel: 1,
    });
  },
};
