// How many ways lead from a pixel to the output of a stack of convolutions: the read count of more than one layer.
import { around, place, taps, type Window } from './windows.ts';

/** One downsampling of a stack along one axis: space-to-depth of `block` (1 is none), then a window. */
export interface StackLayer extends Window {
  block?: number;
  /** What each tap counts, [kernel]; one each where none are given. */
  weights?: readonly number[];
}

/**
 * Paths from every pixel along one axis to all outputs of the stack (first layer first), each counted with the product of
 * its taps' weights: the gradient of the sum of the outputs when every other weight is one, [size]. For two axes multiply
 * rows by columns.
 */
export function pathCounts(size: number, layers: readonly StackLayer[]): Float64Array {
  const [layer, ...rest] = layers;
  if (!layer) return new Float64Array(size).fill(1);
  const { block = 1, weights, ...window } = layer;
  if (size % block !== 0)
    throw new RangeError(`space-to-depth: block size ${block} does not divide the size ${size}`);
  const positions = size / block;
  const placed = place(positions, window);
  const behind = pathCounts(placed.outputs, rest);
  const counts = new Float64Array(positions);
  for (let w = 0; w < placed.outputs; w++)
    taps(placed, w).forEach((tap, t) => {
      if (tap >= 0 && tap < positions) counts[tap] += (weights?.[t] ?? 1) * behind[w];
    });
  return Float64Array.from({ length: size }, (_, p) => counts[Math.floor(p / block)]);
}

/**
 * What {@link pathCounts} repeats far from both edges for `times` equal layers: one period, starting at a pixel whose
 * number is a multiple of it. For 3x3 with stride 2 and padding 1 it is a row of Stern's diatomic array.
 */
export function interiorPaths(layer: StackLayer, times: number): Float64Array {
  return interiorPathsOf(Array<StackLayer>(times).fill(layer));
}

/** As {@link interiorPaths}, for layers that need not be equal (first layer first). */
export function interiorPathsOf(layers: readonly StackLayer[]): Float64Array {
  const { field, jump: period } = fieldOf(layers);
  const before = Math.ceil(field / period) * period;
  const counts = pathCounts(2 * before + period, layers);
  return counts.slice(before, before + period);
}

/** A layer in the plane: a window of kernel x kernel taps, and what each counts, row by row. */
export interface PlaneLayer {
  kernel: number;
  stride: number;
  /** Before the first row and column. */
  padding: number;
  weights: ArrayLike<number>;
}

/** Paths from the pixels of one period of a plane, far from every edge. */
export interface Plane {
  side: number;
  /** [side * side], row by row. */
  paths: Float64Array;
}

/** What {@link interiorPathsOf} is along one axis, in the plane: for taps that are no product of rows and columns too. */
export function interiorPlane(layers: readonly PlaneLayer[]): Plane {
  return layers.reduceRight<Plane>(behind, { side: 1, paths: Float64Array.of(1) });
}

/** One period of the outputs stands for all: what reaches beyond it belongs to the next, which is the same. */
function behind(outputs: Plane, { kernel, stride, padding, weights }: PlaneLayer): Plane {
  const side = outputs.side * stride;
  const paths = new Float64Array(side * side);
  outputs.paths.forEach((count, w) => {
    const top = Math.floor(w / outputs.side) * stride - padding;
    const left = (w % outputs.side) * stride - padding;
    for (let t = 0; t < kernel * kernel; t++) {
      const y = around(top + Math.floor(t / kernel), side);
      const x = around(left + (t % kernel), side);
      paths[y * side + x] += weights[t] * count;
    }
  });
  return { side, paths };
}

/**
 * Of a stack: the receptive field of one output along one axis, px (no path is cut off further than that from an edge),
 * and by how many pixels neighbouring outputs are apart.
 */
export function fieldOf(layers: readonly Omit<StackLayer, 'weights'>[]): {
  field: number;
  jump: number;
} {
  let [field, jump] = [1, 1];
  for (const { kernel, stride = 1, dilation = 1, block = 1 } of layers) {
    const extent = (kernel - 1) * dilation + 1;
    field += (extent * block - 1) * jump;
    jump *= stride * block;
  }
  return { field, jump };
}
