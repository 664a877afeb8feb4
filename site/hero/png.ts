import { deflateSync } from 'node:zlib';
import { pngFile } from '#lib/png/index.ts';
import type { Raster } from './halvings.ts';

/** An RGB picture as the bytes of a PNG file, each row stored as its difference from the row above. */
export function encodePng({ width, height, pixels }: Raster): Uint8Array<ArrayBuffer> {
  const stride = width * 3;
  const rows = new Uint8Array(height * (stride + 1));
  for (let y = 0; y < height; y++) {
    rows[y * (stride + 1)] = 2;
    for (let i = 0; i < stride; i++) {
      const above = y > 0 ? pixels[(y - 1) * stride + i] : 0;
      rows[y * (stride + 1) + 1 + i] = pixels[y * stride + i] - above;
    }
  }
  return pngFile(width, height, deflateSync(rows, { level: 9 }));
}
