import { deflateSync } from 'node:zlib';
import { pngFile } from '#lib/png/index.ts';

/** A PNG file of an RGB picture (HWC bytes), 8 bits a channel. */
export function encodePng(
  pixels: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
): Uint8Array {
  const rows = new Uint8Array((3 * width + 1) * height);
  for (let y = 0; y < height; y++) {
    rows.set(pixels.subarray(3 * width * y, 3 * width * (y + 1)), (3 * width + 1) * y + 1);
  }
  return pngFile(width, height, deflateSync(rows));
}
