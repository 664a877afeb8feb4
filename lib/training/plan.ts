// The small networks as data: what they are made of, and what they cost. They differ only in how they halve a map.
import { nearest, widenings } from '../stack/counts.ts';
import { MOST_STAGES, type Stack } from '../stack/stack.ts';
import { COLOURS } from '../stack/trained.ts';
import { type HalvingLayer, halving, type Way } from '../stack/ways.ts';

export { COLOURS };

export type Layer =
  | HalvingLayer
  /** The mean of every channel over the map. */
  | { kind: 'mean' };

export interface NetworkPlan {
  /** The halvings, from the crop down. */
  stages: Stack;
  /** Side of the square crops, pixels: a multiple of 2 for every stage. */
  side: number;
  classes: number;
}

/** Greatest width that is offered for the first of two halvings in one way. */
export const WIDEST = 64;

/** Sides of crops that are offered, pixels. */
export const SIDES = [16, 20, 24, 28, 32] as const;

/** The usual network's halvings: two in one way, the second to twice the channels. */
export function pair(way: Way, width: number): Stack {
  return [
    { way, width },
    { way, width: 2 * width },
  ];
}

/** The pair that a stack is, with a width that is offered; undefined where it is another stack. */
export function pairOf(stages: Stack): { way: Way; width: number } | undefined {
  const [first, second, ...more] = stages;
  const { way, width } = first;
  const one = more.length === 0 && second?.way === way && second.width === 2 * width;
  return one && width <= WIDEST ? { way, width } : undefined;
}

/** The least side of crops from `least` on that can be halved so often; with five halvings 32 pixels become one. */
export function sideFor(halvings: number, least: number = SIDES[0]): number {
  const fit = SIDES.filter((side) => side % 2 ** Math.min(halvings, MOST_STAGES) === 0);
  return fit.find((side) => side >= least) ?? fit[fit.length - 1];
}

/**
 * The layers of a small network: its halvings, a 3x3 convolution, the mean of each channel, and a linear layer (a 1x1
 * convolution of a map of one pixel). ReLU after every convolution but the last; no batch norm.
 */
export function layersOf({ stages, classes }: Omit<NetworkPlan, 'side'>): Layer[] {
  const { width } = stages[stages.length - 1];
  const plain = { kind: 'convolution', stride: 1, inputs: width } as const;
  return [
    ...stages.flatMap(({ way, width: outputs }, i) =>
      halving(way, `halve${i + 1}`, i === 0 ? COLOURS : stages[i - 1].width, outputs),
    ),
    { ...plain, name: 'mix', kernel: 3, padding: 1, outputs: width, relu: true },
    { kind: 'mean' },
    { ...plain, name: 'classify', kernel: 1, padding: 0, outputs: classes, relu: false },
  ];
}

/** What a network costs. */
export interface Price {
  /** Weights and biases. */
  parameters: number;
  /** Multiply-accumulates of one pass over one crop, windows in the padding counted in full, pools not counted. */
  macs: number;
}

export function priceOf(plan: NetworkPlan): Price {
  let side = plan.side;
  const price = { parameters: 0, macs: 0 };
  for (const layer of layersOf(plan)) {
    if (layer.kind === 'mean') side = 1;
    else if (layer.kind !== 'convolution') side /= 2;
    else {
      side /= layer.stride;
      const weights = layer.kernel ** 2 * layer.inputs * layer.outputs;
      price.parameters += weights + layer.outputs;
      price.macs += weights * side * side;
    }
  }
  return price;
}

/**
 * A network's halvings with other widths, so that it costs as nearly as can be what another one does: its fair rival in
 * work or in parameters. Those of a {@link pair} stay one; all others keep their proportions.
 */
export function fairStages(plan: NetworkPlan, against: NetworkPlan, by: keyof Price): Stack {
  const own = pairOf(plan.stages);
  const tried = own
    ? Array.from({ length: WIDEST }, (_, i) => pair(own.way, i + 1))
    : widenings(plan.stages);
  return nearest(tried, (stages) => priceOf({ ...plan, stages })[by], priceOf(against)[by]);
}

/** Multiply-accumulates of a pass over one crop that a browser can be asked to learn with: a step takes a second or so. */
export const MOST_MACS = 20e6;

/** The halvings as they can be learnt: where they cost more than {@link MOST_MACS}, narrower ones in proportion. */
export function learnable(plan: NetworkPlan): Stack {
  if (priceOf(plan).macs <= MOST_MACS) return plan.stages;
  const within = widenings(plan.stages).filter(
    (stages) => priceOf({ ...plan, stages }).macs <= MOST_MACS,
  );
  return within[within.length - 1];
}
