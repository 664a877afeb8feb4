// Ways to halve a map, as layers: what the small networks learn with, and what a stack is built of.

/** A convolution with zeros as padding on all sides. */
export interface ConvolutionLayer {
  kind: 'convolution';
  /** Of its tensors in a weights file. */
  name: string;
  kernel: number;
  stride: 1 | 2;
  padding: number;
  inputs: number;
  outputs: number;
  relu: boolean;
}

/** What halves without weights, and what moves every number into the depth. */
export type FixedKind = 'max' | 'average' | 'blur' | 'space-to-depth';

/** Whether a layer is a convolution. */
export function isConvolution(layer: { kind: string }): layer is ConvolutionLayer {
  return layer.kind === 'convolution';
}

export type HalvingLayer = ConvolutionLayer | { kind: FixedKind };

/**
 * How a map is halved, from `inputs` to `outputs` channels:
 * - `strided`, `strided-6`, `strided-2`: a 3x3, 6x6, 2x2 convolution with stride 2
 * - `max`, `average`, `blur`: a 3x3 convolution, then the pool
 * - `spd`: space-to-depth, then a 3x3 convolution (as the paper draws it)
 * - `published`: a 3x3 convolution, space-to-depth, then a 1x1 convolution (as the published code is wired)
 */
export const WAYS = [
  'strided',
  'strided-6',
  'strided-2',
  'max',
  'average',
  'blur',
  'spd',
  'published',
] as const;

export type Way = (typeof WAYS)[number];

/** What a way halves by: windows that step by two, space-to-depth, or a pool. */
export type WayKind = 'strided' | 'spd' | 'pooled';

/** Of which kind a way is. */
export const KINDS: Readonly<Record<Way, WayKind>> = {
  strided: 'strided',
  'strided-6': 'strided',
  'strided-2': 'strided',
  max: 'pooled',
  average: 'pooled',
  blur: 'pooled',
  spd: 'spd',
  published: 'spd',
};

/** The kind of all, where they are of one. */
export function oneKind(ways: readonly Way[]): WayKind | undefined {
  const kinds = new Set(ways.map((way) => KINDS[way]));
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

/** Whether a way is one convolution, be it behind space-to-depth: a single window that steps by two on what it reads. */
export function isOneKernel(way: Way): boolean {
  return KINDS[way] === 'strided' || way === 'spd';
}

/** The convolutions and pools of one halving, first layer first; ReLU after every convolution. */
export function halving(way: Way, name: string, inputs: number, outputs: number): HalvingLayer[] {
  const convolution = (
    kernel: number,
    stride: 1 | 2,
    { part = '', from = inputs } = {},
  ): ConvolutionLayer => ({
    kind: 'convolution',
    name: name + part,
    kernel,
    stride,
    // Half of what a window has beyond its stride: 1 of 3x3, 2 of 6x6, 0 of 2x2 and of 1x1.
    padding: Math.ceil((kernel - stride) / 2),
    inputs: from,
    outputs,
    relu: true,
  });
  switch (way) {
    case 'strided':
      return [convolution(3, 2)];
    case 'strided-6':
      return [convolution(6, 2)];
    case 'strided-2':
      return [convolution(2, 2)];
    case 'spd':
      return [{ kind: 'space-to-depth' }, convolution(3, 1, { from: 4 * inputs })];
    case 'published':
      return [
        convolution(3, 1),
        { kind: 'space-to-depth' },
        convolution(1, 1, { part: '.fuse', from: 4 * outputs }),
      ];
    default:
      return [convolution(3, 1), { kind: way }];
  }
}
