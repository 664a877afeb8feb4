// The small networks as data: what they are made of, and what they cost. They differ only in how they halve a map.

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

export type Layer =
  | ConvolutionLayer
  | { kind: 'max' | 'average' | 'blur' | 'space-to-depth' }
  /** The mean of every channel over the map. */
  | { kind: 'mean' };

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

/** The convolutions and pools of one halving. */
function halving(way: Way, name: string, inputs: number, outputs: number): Layer[] {
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
