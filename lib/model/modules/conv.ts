import type { Builder } from '../builder.ts';
import type { Value, Window } from '../operations.ts';
import type { Module } from './module.ts';

/** YOLOv5's Conv: convolution without bias, batch norm, SiLU. */
export function conv(
  build: Builder,
  x: Value,
  name: string,
  channels: number,
  window: Partial<Window> & { kernel: number },
): Value {
  const y = build.convolution(x, `${name}.conv`, channels, window);
  return build.activation(build.batchNorm(y, `${name}.bn`), 'silu');
}

export const Conv: Module = {
  signature: '[channels, kernel = 1, stride = 1, padding = kernel // 2]',
  expand: ({ build, inputs, args, name }) =>
    conv(build, inputs[0], name, build.width(args.integer(0)), {
      kernel: args.integer(1, 1),
      stride: args.integer(2, 1),
      padding: args.optional(3),
    }),
};

/** Space-to-depth by 2, then Conv: YOLOv5's stem before v6.0, and the first row of the published SPD files. */
export const Focus: Module = {
  signature: '[channels, kernel = 1]',
  expand: ({ build, inputs, args, name }) =>
    conv(build, build.spaceToDepth(inputs[0], 2), `${name}.conv`, build.width(args.integer(0)), {
      kernel: args.integer(1, 1),
    }),
};
