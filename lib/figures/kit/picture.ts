// Pictures and maps as the figures need them.
import type { Picture } from '../../files/index.ts';
import type { FeatureMap } from '../../spd/index.ts';
import { packedShape } from '../../spd/rearrange.ts';

/** The middle square of a picture, averaged over area to size x size pixels: RGB [size * size * 3]. */
export function shrink({ width, height, pixels }: Picture, size: number): Uint8ClampedArray {
  const side = Math.min(width, height);
  const [left, top] = [(width - side) / 2, (height - side) / 2];
  const out = new Uint8ClampedArray(size * size * 3);
  const overlap = (i: number, start: number, end: number) =>
    Math.max(0, Math.min(i + 1, end) - Math.max(i, start));
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const [y0, y1] = [top + (row * side) / size, top + ((row + 1) * side) / size];
      const [x0, x1] = [left + (column * side) / size, left + ((column + 1) * side) / size];
      const sum = [0, 0, 0];
      let area = 0;
      for (let y = Math.floor(y0); y < Math.min(Math.ceil(y1), height); y++)
        for (let x = Math.floor(x0); x < Math.min(Math.ceil(x1), width); x++) {
          const share = overlap(y, y0, y1) * overlap(x, x0, x1);
          area += share;
          for (let c = 0; c < 3; c++) sum[c] += share * pixels[(y * width + x) * 3 + c];
        }
      out.set(
        sum.map((v) => Math.round(v / area)),
        (row * size + column) * 3,
      );
    }
  return out;
}

/** Sub-map (dy, dx): every block-th pixel of every block-th row, from there on. */
export function subMap(map: FeatureMap, block: number, dy: number, dx: number): FeatureMap {
  const [height, width] = [map.height / block, map.width / block];
  const { channels } = map;
  const data = new Float64Array(height * width * channels);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < channels; c++)
        data[(y * width + x) * channels + c] =
          map.data[((y * block + dy) * map.width + x * block + dx) * channels + c];
  return { height, width, channels, data };
}

/** The sub-maps of space-to-depth with this block size, side by side: sub-map (dy, dx) in row dy, column dx. */
export function tiles(map: FeatureMap, block: number): FeatureMap {
  const { height, width } = packedShape(map, block);
  const { channels } = map;
  const data = new Float64Array(map.data.length);
  for (let y = 0; y < map.height; y++)
    for (let x = 0; x < map.width; x++) {
      const row = (y % block) * height + Math.floor(y / block);
      const column = (x % block) * width + Math.floor(x / block);
      for (let c = 0; c < channels; c++)
        data[(row * map.width + column) * channels + c] =
          map.data[(y * map.width + x) * channels + c];
    }
  return { ...map, data };
}

/** The bytes of a picture as a map of three channels. */
export function toMap({ width, height, pixels }: Picture): FeatureMap {
  return { width, height, channels: 3, data: Float64Array.from(pixels) };
}

/** The bytes of a map of one or three channels, 0 to 255, as RGB. */
export function pixelsOf({ data, channels }: FeatureMap): Uint8ClampedArray {
  if (channels === 3) return Uint8ClampedArray.from(data, Math.round);
  const rgb = new Uint8ClampedArray(3 * data.length);
  data.forEach((value, i) => {
    rgb.fill(Math.round(value), 3 * i, 3 * i + 3);
  });
  return rgb;
}

/** A map of one or three channels, 0 to 255, as a picture. */
export function toPicture(map: FeatureMap): Picture {
  return { width: map.width, height: map.height, pixels: pixelsOf(map) };
}
