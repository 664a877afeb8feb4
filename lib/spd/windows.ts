// Where the windows of a convolution (or a pooling) stand.

/**
 * - a number: as many zeros on both sides
 * - [before, after]
 * - `same-tensorflow`: ceil(n/stride) outputs, the odd zero goes after
 * - `same-pytorch`: half the window, floor(extent / 2), on both sides, as PyTorch users write `padding=k//2`
 */
export type Padding = number | readonly [number, number] | 'same-tensorflow' | 'same-pytorch';

/** A window along one axis, in pixels. */
export interface Window {
  kernel: number;
  /** Default 1. */
  stride?: number;
  /** Default 0. */
  padding?: Padding;
  /** Default 1. */
  dilation?: number;
}

/** A window over an input of known size: every number settled. */
export interface Placement {
  size: number;
  kernel: number;
  stride: number;
  dilation: number;
  before: number;
  after: number;
  /** Pixels from the first to the last that the window reads: (kernel - 1) * dilation + 1. */
  extent: number;
  /** How many windows fit: the output's size. */
  outputs: number;
}

/** Settles padding and output size. Throws where a number is out of range or no window fits. */
export function place(
  size: number,
  { kernel, stride = 1, padding = 0, dilation = 1 }: Window,
): Placement {
  for (const [name, value] of Object.entries({ size, kernel, stride, dilation }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`convolution: the ${name} must be a whole number >= 1, not ${value}`);
  const extent = (kernel - 1) * dilation + 1;
  const [before, after] = settlePadding(size, extent, stride, padding);
  if (!Number.isInteger(before) || !Number.isInteger(after) || before < 0)
    throw new RangeError(
      `convolution: padding ${before}, ${after} is not a pair of whole numbers >= 0`,
    );
  const room = size + before + after - extent;
  if (room < 0)
    throw new RangeError(
      `convolution: a window of ${extent} pixels does not fit into ${size} pixels with padding ${before} + ${after}`,
    );
  return {
    size,
    kernel,
    stride,
    dilation,
    before,
    after,
    extent,
    outputs: Math.floor(room / stride) + 1,
  };
}

function settlePadding(
  size: number,
  extent: number,
  stride: number,
  padding: Padding,
): readonly [number, number] {
  if (typeof padding === 'number') return [padding, padding];
  if (padding === 'same-pytorch') return [Math.floor(extent / 2), Math.floor(extent / 2)];
  if (padding === 'same-tensorflow') {
    const total = Math.max((Math.ceil(size / stride) - 1) * stride + extent - size, 0);
    return [Math.floor(total / 2), total - Math.floor(total / 2)];
  }
  return padding;
}

/** The pixels that window `index` reads, in order; those below 0 or from `size` on are padding. */
export function taps({ kernel, stride, dilation, before }: Placement, index: number): number[] {
  return Array.from({ length: kernel }, (_, t) => index * stride - before + t * dilation);
}

/** The place on a map that wraps around: -1 is its last one. */
export function around(at: number, size: number): number {
  return ((at % size) + size) % size;
}
