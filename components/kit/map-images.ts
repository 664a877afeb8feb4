// Numbers as pictures. Pure: the elements only paint what is made here.
import { rgb } from 'd3-color';
import { interpolateCividis } from 'd3-scale-chromatic';
import type { Picture } from './picture/picture.ts';
import { type PixelImage, pictureImage } from './pixel-image.ts';

/** Least and greatest number that have a tone of their own; beyond them the ends go on. */
export interface Range {
  low: number;
  high: number;
}

const TONES = Array.from({ length: 256 }, (_, i) => {
  const { r, g, b } = rgb(interpolateCividis(i / 255));
  return [r, g, b] as const;
});

/** The range of nearly all numbers: one in two hundred at each end may lie outside. */
export function rangeOf(data: Float32Array): Range {
  const sorted = Float32Array.from(data).sort();
  const cut = Math.floor(data.length / 200);
  const [low, high] = [sorted[cut], sorted[sorted.length - 1 - cut]];
  return high > low ? { low, high } : { low, high: low + 1 };
}

function tone(value: number, { low, high }: Range): readonly [number, number, number] {
  return TONES[Math.round(255 * Math.min(1, Math.max(0, (value - low) / (high - low))))];
}

/** One number a cell, dark is low: data [height * width]. */
export function mapImage(
  data: ArrayLike<number>,
  width: number,
  height: number,
  range: Range,
): PixelImage {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let i = 0; i < width * height; i++) rgba.set([...tone(data[i], range), 255], 4 * i);
  return { width, height, rgba };
}

/** One channel of a map, NHWC float32 [1, height, width, channels]. */
export function channelOf(data: Float32Array, channels: number, channel: number): Float32Array {
  return Float32Array.from(
    { length: data.length / channels },
    (_, i) => data[i * channels + channel],
  );
}

/** How the channels of a map lie beside each other. */
export interface Tiling {
  columns: number;
  rows: number;
  /** From one tile to the next, px. */
  pitchX: number;
  pitchY: number;
  width: number;
  height: number;
}

export interface MapShape {
  height: number;
  width: number;
  channels: number;
}

/** Channels in a nearly square grid, a pixel of room between them. */
export function tilingOf({ height, width, channels }: MapShape): Tiling {
  const columns = Math.ceil(Math.sqrt(channels));
  const rows = Math.ceil(channels / columns);
  const gap = width > 16 ? 2 : 1;
  const [pitchX, pitchY] = [width + gap, height + gap];
  return {
    ...{ columns, rows, pitchX, pitchY },
    width: columns * pitchX - gap,
    height: rows * pitchY - gap,
  };
}

/** All channels of a map beside each other, every number one pixel; the room between is clear. */
export function mosaic(data: Float32Array, shape: MapShape, range: Range): PixelImage {
  const { height, width, channels } = shape;
  const tiling = tilingOf(shape);
  const rgba = new Uint8ClampedArray(4 * tiling.width * tiling.height);
  for (let c = 0; c < channels; c++) {
    const left = (c % tiling.columns) * tiling.pitchX;
    const top = Math.floor(c / tiling.columns) * tiling.pitchY;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const value = data[(y * width + x) * channels + c];
        rgba.set([...tone(value, range), 255], 4 * ((top + y) * tiling.width + left + x));
      }
  }
  return { width: tiling.width, height: tiling.height, rgba };
}

/** The channel under pixel (x, y) of a mosaic; undefined beyond its edges and where the last row has no more. */
export function channelAt(shape: MapShape, x: number, y: number): number | undefined {
  const { columns, pitchX, pitchY, width, height } = tilingOf(shape);
  if (!(x >= 0 && x < width && y >= 0 && y < height)) return undefined;
  const channel = Math.floor(y / pitchY) * columns + Math.floor(x / pitchX);
  return channel < shape.channels ? channel : undefined;
}

/** A square piece of a picture, moved inside it where it would stick out. */
export interface Piece {
  x: number;
  y: number;
  side: number;
}

/** The piece of at least `side` px around a point, as far inside the picture as it fits. */
export function pieceAround({ width, height }: Picture, x: number, y: number, side: number): Piece {
  const whole = Math.min(side, width, height);
  const from = (middle: number, end: number) =>
    Math.round(Math.min(end - whole, Math.max(0, middle - whole / 2)));
  return { x: from(x, width), y: from(y, height), side: whole };
}

export function pieceImage({ width, pixels }: Picture, { x, y, side }: Piece): PixelImage {
  const piece = new Uint8ClampedArray(3 * side * side);
  for (let row = 0; row < side; row++) {
    const start = 3 * ((y + row) * width + x);
    piece.set(pixels.subarray(start, start + 3 * side), 3 * row * side);
  }
  return pictureImage({ width: side, height: side, pixels: piece });
}

/** The channel that stands out most: its greatest number is farthest above its mean. */
export function liveliest(data: Float32Array, { channels }: MapShape): number {
  let best = 0;
  let most = -1;
  for (let c = 0; c < channels; c++) {
    const values = channelOf(data, channels, c);
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const contrast = values.reduce((max, v) => Math.max(max, v), Number.NEGATIVE_INFINITY) - mean;
    if (contrast > most) {
      most = contrast;
      best = c;
    }
  }
  return best;
}
