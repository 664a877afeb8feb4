// Ways to halve a map of one channel, with random filters, as matrices: what can be undone of them is linear algebra.
import { normal, random } from '#lib/random/index.ts';
import {
  afterPermutation,
  type Border,
  composed,
  convolutionRows,
  type Kernel,
  type Rows,
  sourceIndices,
} from '#lib/spd/index.ts';

/** Of the networks on the page: the 3 x 3 with a stride, space-to-depth in three wirings, two kinds of pooling; and other kernels. */
export const ways = [
  'strided-2x2',
  'strided-3x3',
  'strided-4x4',
  'strided-5x5',
  'strided-6x6',
  'spd-1x1',
  'spd-3x3',
  'spd-published',
  'avgpool',
  'blurpool',
] as const;
export type Way = (typeof ways)[number];

type Next = () => number;

function filters(next: Next, outputs: number, channels: number, kernel: number): Kernel {
  const data = Float64Array.from({ length: outputs * channels * kernel ** 2 }, () => normal(next));
  return { data, outputs, channels, kernel };
}

/** A kernel that treats each channel alike and apart: a mean, a blur. */
function eachChannel(channels: number, taps: readonly number[]): Kernel {
  const kernel = taps.length;
  const data = new Float64Array(channels * channels * kernel ** 2);
  for (let c = 0; c < channels; c++)
    for (let u = 0; u < kernel; u++)
      for (let v = 0; v < kernel; v++)
        data[((c * channels + c) * kernel + u) * kernel + v] = taps[u] * taps[v];
  return { data, outputs: channels, channels, kernel };
}

/**
 * The matrix of a way over side x side pixels of one channel, writing `outputs` channels of half the side.
 *
 * @param draw the seed of the filters: normal numbers
 */
export function halving(
  way: Way,
  side: number,
  outputs: number,
  draw: number,
  border: Border,
): Rows {
  const next = random(draw, outputs);
  const half = side / 2;
  const grey = { height: side, width: side, channels: 1 };
  const full = { height: side, width: side, channels: outputs };
  const centred = (kernel: number) => (kernel - 1) >> 1;
  /** A convolution that keeps the side, behind space-to-depth of a map of c channels. */
  const behindDepth = (c: number, kernel: number): Rows => {
    const rows = convolutionRows(
      { height: half, width: half, channels: 4 * c },
      filters(next, outputs, 4 * c, kernel),
      { padding: centred(kernel), border },
    );
    return afterPermutation(rows, sourceIndices({ ...grey, channels: c }, { block: 2 }));
  };
  const first = () => convolutionRows(grey, filters(next, outputs, 1, 3), { padding: 1, border });
  const pooled = (taps: readonly number[], padding: number) =>
    composed(
      convolutionRows(full, eachChannel(outputs, taps), { stride: 2, padding, border }),
      first(),
    );
  if (way === 'spd-1x1') return behindDepth(1, 1);
  if (way === 'spd-3x3') return behindDepth(1, 3);
  if (way === 'spd-published') {
    const before = first();
    return composed(behindDepth(outputs, 1), before);
  }
  if (way === 'avgpool') return pooled([0.5, 0.5], 0);
  if (way === 'blurpool') return pooled([0.25, 0.5, 0.25], 1);
  const kernel = Number(way.at(-1));
  return convolutionRows(grey, filters(next, outputs, 1, kernel), {
    stride: 2,
    padding: centred(kernel),
    border,
  });
}
