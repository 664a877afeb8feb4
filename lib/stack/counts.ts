// What a stack costs, and how many of the numbers it reads can be left behind it.
import { type Input, MOST_CHANNELS, type PlacedStage, placed, type Stack } from './stack.ts';

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

/** Widths that are tried from a sixteenth to sixteen times those given, as many to a doubling. */
const TRIED = 64;

/** A stack with the widths of all its stages changed in one proportion, narrowest first. */
export function widenings(stack: Stack): Stack[] {
  return Array.from({ length: 8 * TRIED + 1 }, (_, i): Stack => {
    const factor = 2 ** (i / TRIED - 4);
    return stack.map(({ way, width }) => ({
      way,
      width: Math.min(MOST_CHANNELS, Math.max(1, Math.round(factor * width))),
    }));
  });
}

/** Of stacks, one at least, the first that costs as nearly as can be, in proportion, what is aimed at. */
export function nearest(stacks: readonly Stack[], costOf: (stack: Stack) => number, aim: number) {
  const distance = (of: Stack) => Math.abs(Math.log(costOf(of) / aim));
  return stacks.reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

/** Of a stack and its {@link widenings} the one that costs what another stack does: its fair rival. */
export function fairStack(stack: Stack, against: Stack, input: Input, by: keyof StackCost): Stack {
  const cost = (of: Stack) => totalCost(placed(of, input))[by];
  return nearest([stack, ...widenings(stack)], cost, cost(against));
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
