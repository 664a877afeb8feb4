// How many ways lead from a pixel to the output of a stack of convolutions: the read count of more than one layer.
import { place, taps, type Window } from './windows.ts';

/** One downsampling of a stack along one axis: space-to-depth of `block` (1 is none), then a window. */
export interface StackLayer extends Window {
  block?: number;
}

/**
 * Paths from every pixel along one axis to all outputs of the stack (first layer first): the gradient of the sum of the
 * outputs when every weight is one, [size]. For two axes multiply rows by columns.
 */
export function pathCounts(size: number, layers: readonly StackLayer[]): Float64Array {
  const [layer, ...rest] = layers;
  if (!layer) return new Float64Array(size).fill(1);
  const { block = 1, ...window } = layer;
  if (size % block !== 0)
    throw new RangeError(`space-to-depth: block size ${block} does not divide the size ${size}`);
  const positions = size / block;
  const placed = place(positions, window);
  const behind = pathCounts(placed.outputs, rest);
  const counts = new Float64Array(positions);
  for (let w = 0; w < placed.outputs; w++)
    for (const tap of taps(placed, w)) if (tap >= 0 && tap < positions) counts[tap] += behind[w];
  return Float64Array.from({ length: size }, (_, p) => counts[Math.floor(p / block)]);
}

/**
 * What {@link pathCounts} repeats far from both edges for `times` equal layers: one period, starting at a pixel whose
 * number is a multiple of it. For 3x3 with stride 2 and padding 1 it is a row of Stern's diatomic array.
 */
export function interiorPaths(layer: StackLayer, times: number): Float64Array {
  const period = ((layer.block ?? 1) * (layer.stride ?? 1)) ** times;
  const margin = marginOf(layer, times);
  const before = Math.ceil(margin / period) * period;
  const counts = pathCounts(2 * before + period, Array(times).fill(layer));
  return counts.slice(before, before + period);
}

/** Pixels from the edge beyond which no path is cut off by it: the receptive field of the stack, or more. */
export function marginOf(
  { kernel, stride = 1, dilation = 1, block = 1 }: StackLayer,
  times: number,
): number {
  const extent = (kernel - 1) * dilation + 1;
  const step = stride * block;
  let [field, jump] = [1, 1];
  for (let i = 0; i < times; i++) {
    field += (extent * block - 1) * jump;
    jump *= step;
  }
  return field;
}
