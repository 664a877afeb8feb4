// Pixels of a figure as one image element: a thousand rectangles weigh fifty times as much.
import { base64 } from '../../files/base64.ts';
import { pngFile } from '../../png/index.ts';
import { type Group, join, round, unless } from './marks.ts';

/** A grid of RGB pixels at a place of the drawing, px of the layout. */
export interface Raster {
  x: number;
  y: number;
  width: number;
  height: number;
  rows: number;
  columns: number;
  /** RGB, row by row. */
  pixels: Uint8Array | Uint8ClampedArray;
  opacity?: number;
}

/** Images with hard pixels. */
export function rasters(group: Group, data: readonly Raster[]): void {
  join<SVGImageElement, Raster>(group, 'image', data, (d) => ({
    x: round(d.x),
    y: round(d.y),
    width: round(d.width),
    height: round(d.height),
    preserveAspectRatio: 'none',
    'image-rendering': 'pixelated',
    opacity: unless(1, round(d.opacity ?? 1)),
    'pointer-events': 'none',
    href: pngAddress(d.columns, d.rows, d.pixels),
  }));
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

/**
 * A data: address of a PNG. Uncompressed, for the same bytes in Node and in every browser.
 *
 * @param pixels RGB, row by row, 64 kB at most
 */
export function pngAddress(width: number, height: number, pixels: Raster['pixels']): string {
  const stride = 3 * width;
  if (pixels.length !== stride * height)
    throw new RangeError(
      `${width} x ${height} RGB pixels are ${stride * height} bytes, not ${pixels.length}`,
    );
  const rows = new Uint8Array(height * (stride + 1));
  if (rows.length > 0xffff)
    throw new RangeError(
      `an image of ${rows.length} bytes is too large for one stored block of 65535`,
    );
  for (let y = 0; y < height; y++)
    rows.set(pixels.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  // zlib: a header, one last stored block, the checksum.
  const stored = new Uint8Array(rows.length + 11);
  const view = new DataView(stored.buffer);
  stored.set([0x78, 0x01, 1]);
  view.setUint16(3, rows.length, true);
  view.setUint16(5, rows.length ^ 0xffff, true);
  stored.set(rows, 7);
  view.setUint32(7 + rows.length, adler32(rows));
  const file = pngFile(width, height, stored);
  return `data:image/png;base64,${base64(file)}`;
}
