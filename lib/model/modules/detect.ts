import { fault } from '../errors.ts';
import type { Module } from './module.ts';

/**
 * One 1x1 convolution a level: raw logits, channel `anchor * (5 + classes) + k`, with k = x, y, w, h, objectness,
 * classes. A published checkpoint also carries its `anchors`, in units of the stride.
 */
export const Detect: Module = {
  signature: '[nc, anchors]',
  joins: true,
  expand: ({ build, inputs, args, name }) => {
    args.word(0, 'nc');
    args.word(1, 'anchors');
    const { anchors } = build.architecture;
    if (anchors.length !== inputs.length) {
      throw fault('anchors', anchors.length, inputs.length);
    }
    const outputs = inputs.map((x, level) =>
      build.convolution(x, `${name}.m.${level}`, anchors[level].length * (5 + build.classes), {
        kernel: 1,
        bias: true,
      }),
    );
    build.tensor(`${name}.anchors`, [anchors.length, anchors[0].length, 2], false, true);
    return outputs;
  },
};
