// Ways to halve a map of one channel, with random filters, as matrices: what can be undone of them is linear algebra.
import { random } from '#lib/random/index.ts';
import type { Border, Rows } from '#lib/spd/index.ts';
import { type HalvingLayer, matrixOf } from '#lib/stack/index.ts';

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

/** A convolution of `inputs` channels that keeps the side, or halves it. */
function convolution(kernel: number, inputs: number, outputs: number, stride: 1 | 2): HalvingLayer {
  const padding = (kernel - 1) >> 1;
  return { kind: 'convolution', name: '', kernel, stride, padding, inputs, outputs, relu: false };
}

/** A way over a map of one channel, as layers. */
function layersOf(way: Way, outputs: number): HalvingLayer[] {
  const behindDepth = (channels: number, kernel: number): HalvingLayer[] => [
    { kind: 'space-to-depth' },
    convolution(kernel, 4 * channels, outputs, 1),
  ];
  const first = convolution(3, 1, outputs, 1);
  if (way === 'spd-1x1') return behindDepth(1, 1);
  if (way === 'spd-3x3') return behindDepth(1, 3);
  if (way === 'spd-published') return [first, ...behindDepth(outputs, 1)];
  if (way === 'avgpool') return [first, { kind: 'average' }];
  if (way === 'blurpool') return [first, { kind: 'blur' }];
  return [convolution(Number(way.at(-1)), 1, outputs, 2)];
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
  const grey = { height: side, width: side, channels: 1 };
  return matrixOf(layersOf(way, outputs), grey, random(draw, outputs), border)!;
}
