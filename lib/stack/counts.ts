// What a stack costs, and how many of the numbers it reads can be left behind it.
import type { Input, PlacedStage } from './stack.ts';

export interface StackCost {
  /** Weights of all convolutions, without biases. */
  weights: number;
  /** Multiply-accumulates of one pass, windows in the padding counted in full, pools not counted. */
  macs: number;
}

/** Of one stage. */
export function costOf({ input, layers }: PlacedStage): StackCost {
  let side = input.size;
  const cost = { weights: 0, macs: 0 };
  for (const layer of layers) {
    if (layer.kind !== 'convolution') {
      side /= 2;
      continue;
    }
    side /= layer.stride;
    const weights = layer.kernel ** 2 * layer.inputs * layer.outputs;
    cost.weights += weights;
    cost.macs += weights * side * side;
  }
  return cost;
}

/** Of all stages together. */
export function totalCost(stages: readonly PlacedStage[]): StackCost {
  return stages
    .map(costOf)
    .reduce(
      (sum, { weights, macs }) => ({ weights: sum.weights + weights, macs: sum.macs + macs }),
      { weights: 0, macs: 0 },
    );
}

/** The map that a stage writes. */
export function outputOf({ input, width }: PlacedStage): Input {
  return { size: input.size / 2, channels: width };
}

const numbersOf = ({ size, channels }: Input) => size * size * channels;

/**
 * The share of the numbers read that can be told from those written, at most: a linear map has no higher rank, and a pool
 * of the largest writes one number for four. Over a stack the narrowest stage decides.
 */
export function keptShare(stages: readonly PlacedStage[]): number {
  const read = numbersOf(stages[0].input);
  return stages.reduce((least, stage) => Math.min(least, numbersOf(outputOf(stage)) / read), 1);
}
