// The small networks as data: what they are made of, and what they cost. They differ only in how they halve a map.
import { type HalvingLayer, halving, type Way } from '../stack/ways.ts';

export type Layer =
  | HalvingLayer
  /** The mean of every channel over the map. */
  | { kind: 'mean' };

export interface NetworkPlan {
  way: Way;
  /** Channels after the first halving; after the second there are twice as many. */
  width: number;
  /** Side of the square crops, pixels: a multiple of 4. */
  side: number;
  classes: number;
}

/** Colours of a crop. */
export const COLOURS = 3;

/**
 * The layers of a small network: two halvings, a 3x3 convolution, the mean of each channel, and a linear layer (a 1x1
 * convolution of a map of one pixel). ReLU after every convolution but the last; no batch norm.
 */
export function layersOf({ way, width, classes }: Omit<NetworkPlan, 'side'>): Layer[] {
  const wide = 2 * width;
  const plain = { kind: 'convolution', stride: 1, inputs: wide } as const;
  return [
    ...halving(way, 'halve1', COLOURS, width),
    ...halving(way, 'halve2', width, wide),
    { ...plain, name: 'mix', kernel: 3, padding: 1, outputs: wide, relu: true },
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

/** Greatest width that is offered. */
export const WIDEST = 64;

/** The width at which a network is closest to another one in price: its fair rival in work or in parameters. */
export function fairWidth(
  plan: Omit<NetworkPlan, 'width'>,
  against: NetworkPlan,
  by: keyof Price,
): number {
  const aim = priceOf(against)[by];
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let width = 1; width <= WIDEST; width++) {
    const distance = Math.abs(Math.log(priceOf({ ...plan, width })[by] / aim));
    if (distance < least) [best, least] = [width, distance];
  }
  return best;
}
