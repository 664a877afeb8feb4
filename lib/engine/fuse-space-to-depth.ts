import { toStrided } from '../spd/index.ts';
import { toHwio, toOihw } from './layouts.ts';
import { type ConvolutionStep, type Program, readers } from './program.ts';

/**
 * Runs "space-to-depth s, then k x k of stride 1" as the one sk x sk convolution of stride s that it equals, where every
 * reader of the space-to-depth is such a convolution, with k up to `most`.
 */
export function fuseSpaceToDepth(program: Program, most: number): Program {
  const counts = readers(program);
  const convolutions = program.steps.filter((step) => step.kind === 'convolution');
  const fusable = new Map<number, { input: number; block: number }>();
  for (const step of program.steps) {
    if (step.kind !== 'space-to-depth') continue;
    const followers = convolutions.filter(
      ({ inputs, stride, filter }) =>
        inputs[0] === step.output && stride === 1 && filter.shape[0] <= most,
    );
    if (followers.length > 0 && followers.length === counts.get(step.output)) {
      fusable.set(step.output, { input: step.inputs[0], block: step.block });
    }
  }
  const steps = program.steps.flatMap((step) => {
    if (step.kind === 'space-to-depth' && fusable.has(step.output)) return [];
    const before = step.kind === 'convolution' ? fusable.get(step.inputs[0]) : undefined;
    return step.kind === 'convolution' && before ? strided(step, before.input, before.block) : step;
  });
  return { ...program, steps };
}

function strided(step: ConvolutionStep, input: number, block: number): ConvolutionStep {
  const [kernel, , inputs, outputs] = step.filter.shape;
  const spd = { data: toOihw(step.filter), outputs, channels: inputs, kernel };
  const { data, channels, kernel: side } = toStrided(spd, block);
  return {
    ...step,
    inputs: [input],
    stride: block,
    padding: block * step.padding,
    filter: toHwio({ shape: [outputs, channels, side, side], data: new Float32Array(data) }),
  };
}
