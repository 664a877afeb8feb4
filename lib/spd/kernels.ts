// SPD(s) + k x k convolution is an sk x sk convolution of stride s, and every strided one is an SPD + convolution.
import { type ChannelOrder, channelIndex, checkBlock } from './orders.ts';
import { place, type Window } from './windows.ts';

/** The numbers of a kernel. Uint16 holds the bits of float16: moving them needs no arithmetic, and zero is zero. */
export type KernelData = Float32Array | Float64Array | Uint16Array;

/** Convolution weights as PyTorch stores them: OIHW [outputs, channels, kernel, kernel]. */
export interface Kernel<T extends KernelData = Float32Array | Float64Array> {
  data: T;
  outputs: number;
  channels: number;
  kernel: number;
}

function checkKernel({ data, outputs, channels, kernel }: Kernel<KernelData>): void {
  const expected = outputs * channels * kernel * kernel;
  if (data.length !== expected)
    throw new RangeError(
      `a kernel of ${outputs} x ${channels} x ${kernel} x ${kernel} has ${expected} weights, not ${data.length}`,
    );
}

function zeros<T extends KernelData>(like: T, length: number): T {
  const Kind = like.constructor as new (length: number) => T;
  return new Kind(length);
}

/**
 * The strided kernel that equals space-to-depth and then `spd` (stride 1, padding p):
 * W[o, c, s*u + dy, s*v + dx] = w[o, channel(dy, dx, c), u, v], run with stride s and padding s*p.
 */
export function toStrided<T extends KernelData>(
  spd: Kernel<T>,
  block: number,
  order: ChannelOrder = 'spd',
): Kernel<T> {
  checkKernel(spd);
  checkBlock(block);
  const { outputs, kernel: k } = spd;
  if (spd.channels % (block * block) !== 0)
    throw new RangeError(
      `a kernel after space-to-depth with block size ${block} reads a multiple of ${block * block} channels, not ${spd.channels}`,
    );
  const channels = spd.channels / (block * block);
  const big = block * k;
  const data = zeros(spd.data, spd.data.length);
  for (let o = 0; o < outputs; o++)
    for (let c = 0; c < channels; c++)
      for (let y = 0; y < big; y++)
        for (let x = 0; x < big; x++) {
          const i = channelIndex(order, block, channels, { dy: y % block, dx: x % block, c });
          const u = Math.floor(y / block);
          const v = Math.floor(x / block);
          data[((o * channels + c) * big + y) * big + x] =
            spd.data[((o * spd.channels + i) * k + u) * k + v];
        }
  return { data, outputs, channels, kernel: big };
}

/** The window after space-to-depth that equals a strided one, along one axis. */
export interface EquivalentWindow {
  kernel: number;
  padding: readonly [number, number];
  /** Zero rows put before the strided kernel's first row, so that blocks and kernel line up. */
  shift: number;
}

/**
 * The window over the sub-maps (stride 1) that equals `strided` over `size` pixels. Its padding after may be negative
 * (the last sub-map rows are not read). Only for dilation 1; the stride is the block size and must divide `size`.
 */
export function equivalentWindow(size: number, strided: Window): EquivalentWindow {
  const { kernel, stride, dilation, before, outputs } = place(size, strided);
  if (dilation !== 1)
    throw new RangeError(
      `a kernel with dilation ${dilation} has no k x k equal after space-to-depth`,
    );
  if (size % stride !== 0)
    throw new RangeError(`space-to-depth: block size ${stride} does not divide the size ${size}`);
  const paddingBefore = Math.ceil(before / stride);
  const shift = paddingBefore * stride - before;
  const k = Math.ceil((shift + kernel) / stride);
  return {
    kernel: k,
    padding: [paddingBefore, outputs - 1 + k - size / stride - paddingBefore],
    shift,
  };
}

/**
 * The kernel after space-to-depth that equals `strided` with this stride and padding before: the strided kernel, filled
 * up with zeros to whole blocks, and cut into its phases. `zeroFraction` of its weights are those zeros (3x3/2 with
 * padding 1: 7/16).
 */
export function toSpd<T extends KernelData>(
  strided: Kernel<T>,
  stride: number,
  paddingBefore: number,
  order: ChannelOrder = 'spd',
): Kernel<T> & { zeroFraction: number } {
  checkKernel(strided);
  checkBlock(stride);
  const { outputs, channels, kernel: big } = strided;
  const shift = Math.ceil(paddingBefore / stride) * stride - paddingBefore;
  const k = Math.ceil((shift + big) / stride);
  const packed = channels * stride * stride;
  const data = zeros(strided.data, outputs * packed * k * k);
  for (let o = 0; o < outputs; o++)
    for (let c = 0; c < channels; c++)
      for (let y = 0; y < big; y++)
        for (let x = 0; x < big; x++) {
          const [Y, X] = [y + shift, x + shift];
          const i = channelIndex(order, stride, channels, { dy: Y % stride, dx: X % stride, c });
          const u = Math.floor(Y / stride);
          const v = Math.floor(X / stride);
          data[((o * packed + i) * k + u) * k + v] =
            strided.data[((o * channels + c) * big + y) * big + x];
        }
  const zeroFraction = 1 - (big * big) / (stride * stride * k * k);
  return { data, outputs, channels: packed, kernel: k, zeroFraction };
}
