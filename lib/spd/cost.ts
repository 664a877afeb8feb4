// What the ways of making a map s times smaller cost: weights and multiply-accumulates, by arithmetic alone.
import { checkBlock } from './orders.ts';

/**
 * - `strided`: k x k convolution with stride s
 * - `spd`: space-to-depth, then k x k with stride 1
 * - `spd-1x1`: space-to-depth, then 1 x 1
 * - `published`: k x k with stride 1 at full resolution, space-to-depth, then the 1 x 1 that takes up the depth
 */
export type Wiring = 'strided' | 'spd' | 'spd-1x1' | 'published';

/** X(size, size, inputs) -> X''(size/block, size/block, outputs), with kernels of kernel x kernel. */
export interface BlockShape {
  size: number;
  block: number;
  kernel: number;
  inputs: number;
  outputs: number;
}

export interface WiringCost {
  wiring: Wiring;
  /** Weights of all convolutions, without biases. */
  weights: number;
  /** Multiply-accumulates of one pass over one map, windows in the padding counted in full. */
  macs: number;
}

/** The four wirings for one and the same change of shape. Throws where the block does not divide the size. */
export function wiringCosts({ size, block, kernel, inputs, outputs }: BlockShape): WiringCost[] {
  checkBlock(block);
  if (size % block !== 0)
    throw new RangeError(`space-to-depth: block size ${block} does not divide the size ${size}`);
  const places = (size / block) ** 2;
  const window = kernel * kernel * inputs * outputs;
  const squeeze = block * block * outputs * outputs;
  const cost = (
    wiring: Wiring,
    ...convolutions: [weights: number, places: number][]
  ): WiringCost => ({
    wiring,
    weights: convolutions.reduce((sum, [weights]) => sum + weights, 0),
    macs: convolutions.reduce((sum, [weights, stops]) => sum + weights * stops, 0),
  });
  return [
    cost('strided', [window, places]),
    cost('spd', [block * block * window, places]),
    cost('spd-1x1', [block * block * inputs * outputs, places]),
    cost('published', [window, size * size], [squeeze, places]),
  ];
}
