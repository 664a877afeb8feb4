import { readsColour } from '../kit/hues.ts';
import { pngAddress } from '../kit/raster.ts';
import { rgbOf } from '../kit/rgb.ts';

/** Colours end at so many times the mean. */
const TOP = 4;

/** The colour of a pixel's share in the result, relative to the mean; grey where it has none. */
export function cellColour(relative: number): string {
  return relative === 0 ? '#d5d5d5' : readsColour(relative, TOP);
}

/** A footprint of step x step pixels as the address of a picture of `side` pixels, laid side by side to fill it. */
export function pictureOf(map: ArrayLike<number>, step: number, side: number): string {
  const values = Array.from(map);
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length || 1;
  const colours = values.map((v) => rgbOf(cellColour(v / mean)));
  const pixels = new Uint8ClampedArray(3 * side * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const pixel = colours[(y % step) * step + (x % step)];
      pixels.set(pixel, 3 * (y * side + x));
    }
  return pngAddress(side, side, pixels);
}
