// The one strided kernel that a stage, or a stack, is equal to, and that kernel behind space-to-depth.
import { equivalentWindow } from '../spd/index.ts';
import { fieldOfStages } from './footprint.ts';
import type { PlacedStage } from './stack.ts';

/** A strided kernel along one axis, and its equal behind space-to-depth. */
export interface EqualKernel {
  kernel: number;
  stride: number;
  /** Zeros before the first pixel. */
  before: number;
  /** The kernel over the sub-maps: space-to-depth of `stride`, then so many rows. */
  behind: number;
  /** Zero rows before the strided kernel's first, so that blocks and kernel line up. */
  shift: number;
  /** Share of the weights behind space-to-depth that are zeros for no other reason. */
  zeros: number;
  /**
   * - `same`: the stage is that kernel, whatever its weights
   * - `linear`: only without the ReLU (or what else bends the line) that stands inside
   * - `none`: the largest of four is no sum
   */
  holds: 'same' | 'linear' | 'none';
}

/** A stack is equal to one kernel where a single convolution has all the weights; more of them have a ReLU between. */
function holdsFor(stages: readonly PlacedStage[]): EqualKernel['holds'] {
  const layers = stages.flatMap((stage) => stage.layers);
  if (layers.some(({ kind }) => kind === 'max')) return 'none';
  return layers.every(({ kind }) => kind === 'convolution' || kind === 'space-to-depth') &&
    layers.filter(({ kind }) => kind === 'convolution').length === 1
    ? 'same'
    : 'linear';
}

export function equalKernel(stages: readonly PlacedStage[]): EqualKernel {
  const { size: kernel, stride, start } = fieldOfStages(stages);
  const { size } = stages[0].input;
  const before = -start;
  // As much after as gives one output for every stride.
  const padding = [before, kernel - stride - before] as const;
  const { kernel: behind, shift } = equivalentWindow(size, { kernel, stride, padding });
  return {
    kernel,
    stride,
    before,
    behind,
    shift,
    zeros: 1 - kernel ** 2 / (stride * behind) ** 2,
    holds: holdsFor(stages),
  };
}
