import type { Builder } from '../builder.ts';
import type { Value } from '../operations.ts';
import { conv } from './conv.ts';
import type { Module } from './module.ts';

/** 1x1, then 3x3, added to the input where `shortcut`. */
function bottleneck(
  build: Builder,
  x: Value,
  name: string,
  channels: number,
  shortcut: boolean,
): Value {
  const y = conv(build, x, `${name}.cv1`, channels, { kernel: 1 });
  const z = conv(build, y, `${name}.cv2`, channels, { kernel: 3 });
  return shortcut ? build.sum(x, z) : z;
}

/** Two 1x1 convolutions read the input; one goes through the bottlenecks; a third 1x1 joins both. */
export const C3: Module = {
  signature: '[channels, shortcut = true]',
  repeatsInside: true,
  expand: ({ build, inputs, args, name, number }) => {
    const channels = build.width(args.integer(0));
    const shortcut = args.boolean(1, true);
    const hidden = Math.floor(channels / 2);
    let deep = conv(build, inputs[0], `${name}.cv1`, hidden, { kernel: 1 });
    for (let i = 0; i < number; i++)
      deep = bottleneck(build, deep, `${name}.m.${i}`, hidden, shortcut);
    const wide = conv(build, inputs[0], `${name}.cv2`, hidden, { kernel: 1 });
    return conv(build, build.concat([deep, wide]), `${name}.cv3`, channels, { kernel: 1 });
  },
};
