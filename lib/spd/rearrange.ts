import { type ChannelOrder, channelIndex, checkBlock } from './orders.ts';

/** Any typed array whose elements are numbers. */
export type Numbers =
  | Float32Array
  | Float64Array
  | Uint8Array
  | Uint8ClampedArray
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array;

/** A feature map's sides, in pixels and channels. */
export interface Shape {
  height: number;
  width: number;
  channels: number;
}

/** HWC is NHWC without the batch (TensorFlow), CHW is NCHW without it (PyTorch). */
export type Layout = 'HWC' | 'CHW';

export interface Rearrangement {
  block: number;
  /** Default `spd`, the published code's. */
  order?: ChannelOrder;
  /** Default `HWC`. */
  layout?: Layout;
}

/** X(H, W, C) -> X'(H/s, W/s, s^2 C). Throws where s does not divide a side. */
export function packedShape({ height, width, channels }: Shape, block: number): Shape {
  checkBlock(block);
  for (const [side, size] of [
    ['height', height],
    ['width', width],
  ] as const)
    if (size % block !== 0)
      throw new RangeError(
        `space-to-depth: block size ${block} does not divide the ${side} ${size}`,
      );
  return { height: height / block, width: width / block, channels: channels * block * block };
}

/** X'(H, W, C) -> X(sH, sW, C/s^2). Throws where s^2 does not divide the channels. */
export function unpackedShape({ height, width, channels }: Shape, block: number): Shape {
  checkBlock(block);
  if (channels % (block * block) !== 0)
    throw new RangeError(
      `depth-to-space: block size ${block} needs a multiple of ${block * block} channels, not ${channels}`,
    );
  return { height: height * block, width: width * block, channels: channels / (block * block) };
}

/** Flat index of element (y, x, c). */
export function flatIndex(shape: Shape, layout: Layout, y: number, x: number, c: number): number {
  return layout === 'HWC'
    ? (y * shape.width + x) * shape.channels + c
    : (c * shape.height + y) * shape.width + x;
}

/**
 * The index map of space-to-depth: element i of X' is element map[i] of X.
 * `shape` is X's; both are flat in `layout`.
 */
export function sourceIndices(
  shape: Shape,
  { block, order = 'spd', layout = 'HWC' }: Rearrangement,
): Uint32Array {
  const packed = packedShape(shape, block);
  const map = new Uint32Array(shape.height * shape.width * shape.channels);
  for (let y = 0; y < shape.height; y++)
    for (let x = 0; x < shape.width; x++)
      for (let c = 0; c < shape.channels; c++) {
        const o = channelIndex(order, block, shape.channels, { dy: y % block, dx: x % block, c });
        const to = flatIndex(packed, layout, Math.floor(y / block), Math.floor(x / block), o);
        map[to] = flatIndex(shape, layout, y, x, c);
      }
  return map;
}

/** Space-to-depth of `data` with `shape` (X's): a new array of the same kind and length. */
export function spaceToDepth<T extends Numbers>(data: T, shape: Shape, how: Rearrangement): T {
  const map = sourceIndices(shape, how);
  checkLength(data, map.length, shape);
  const out = data.slice() as T;
  for (let i = 0; i < map.length; i++) out[i] = data[map[i]];
  return out;
}

/** The inverse: `data` is X' with `shape` X'(H/s, W/s, s^2 C), the result is X. */
export function depthToSpace<T extends Numbers>(data: T, shape: Shape, how: Rearrangement): T {
  const map = sourceIndices(unpackedShape(shape, how.block), how);
  checkLength(data, map.length, shape);
  const out = data.slice() as T;
  for (let i = 0; i < map.length; i++) out[map[i]] = data[i];
  return out;
}

function checkLength(data: Numbers, expected: number, { height, width, channels }: Shape): void {
  if (data.length !== expected)
    throw new RangeError(
      `${height} x ${width} x ${channels} needs ${expected} numbers, but ${data.length} were given`,
    );
}
