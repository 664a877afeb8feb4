// The slow, obvious versions that the closed forms are checked against.
import { type Placement, place, taps, type Window } from '#lib/spd/index.ts';

/** Reads of every pixel along one axis by walking every window and every tap. */
export function countByWalking(size: number, window: Window): Uint32Array {
  const placed = place(size, window);
  const counts = new Uint32Array(size);
  for (let w = 0; w < placed.outputs; w++)
    for (const p of taps(placed, w)) if (p >= 0 && p < size) counts[p]++;
  return counts;
}

export interface Picture {
  data: Float64Array;
  channels: number;
  size: number;
}

/** A square convolution, CHW in and out; negative padding after just drops pixels. */
export function convolve(
  { data, channels, size }: Picture,
  weights: Float32Array | Float64Array,
  outputs: number,
  window: Window,
): Picture {
  const placed: Placement = place(size, window);
  const { outputs: m, kernel: k } = placed;
  const out = new Float64Array(outputs * m * m);
  for (let o = 0; o < outputs; o++)
    for (let row = 0; row < m; row++)
      for (let column = 0; column < m; column++) {
        let sum = 0;
        const [ys, xs] = [taps(placed, row), taps(placed, column)];
        for (let c = 0; c < channels; c++)
          ys.forEach((y, u) => {
            xs.forEach((x, v) => {
              if (y >= 0 && y < size && x >= 0 && x < size)
                sum +=
                  data[(c * size + y) * size + x] * weights[((o * channels + c) * k + u) * k + v];
            });
          });
        out[(o * m + row) * m + column] = sum;
      }
  return { data: out, channels: outputs, size: m };
}

/** The largest absolute difference of two arrays of equal length. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
  return largest;
}
