import type { PixelImage } from '#components/kit/pixel-image.ts';

/** The channels of a layer for one picture: float32 [height, width, channels]. */
export interface Maps {
  data: Float32Array;
  height: number;
  width: number;
  channels: number;
}

/** Least, largest and mean value. */
export interface Extent {
  least: number;
  most: number;
  mean: number;
}

/** The extent of one channel, or of all. */
export function extentOf({ data, channels }: Maps, channel?: number): Extent {
  const step = channel === undefined ? 1 : channels;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let i = channel ?? 0; i < data.length; i += step) {
    least = Math.min(least, data[i]);
    most = Math.max(most, data[i]);
    sum += data[i];
  }
  return { least, most, mean: sum / (data.length / step) };
}

/**
 * How large a map of this width is drawn, so that it comes near the `wanted` width and stays crisp: each value fills
 * `pixels` x `pixels`, or, where the map is wider, `values` x `values` are averaged into one pixel.
 */
export function crispScale(width: number, wanted: number): { pixels: number; values: number } {
  return width <= wanted
    ? { pixels: Math.max(1, Math.floor(wanted / width)), values: 1 }
    : { pixels: 1, values: Math.ceil(width / wanted) };
}

/** One channel in grey: `least` is black, `most` white, a map of one value middle grey. */
export function greyMap(
  { data, height, width, channels }: Maps,
  channel: number,
  { least, most }: Extent,
  values = 1,
): PixelImage {
  const columns = Math.ceil(width / values);
  const rows = Math.ceil(height / values);
  const rgba = new Uint8ClampedArray(columns * rows * 4);
  for (let row = 0, to = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, to += 4) {
      let sum = 0;
      let count = 0;
      for (let y = row * values; y < Math.min(height, (row + 1) * values); y++) {
        for (let x = column * values; x < Math.min(width, (column + 1) * values); x++, count++) {
          sum += data[(y * width + x) * channels + channel];
        }
      }
      const grey = most > least ? (255 * (sum / count - least)) / (most - least) : 128;
      rgba.fill(grey, to, to + 3);
      rgba[to + 3] = 255;
    }
  }
  return { width: columns, height: rows, rgba };
}
