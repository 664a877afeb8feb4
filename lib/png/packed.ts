// PNG files that Node packs small: for what a page carries and for what a command writes. A browser has no such packer at hand.
import { deflateSync, inflateSync } from 'node:zlib';
import { pngFile } from './index.ts';

const FILTERS = [0, 1, 2] as const;

/** The rows of an RGB picture, each behind its filter's byte: 0 as they are, 1 less the pixel before, 2 less the pixel above. */
function filtered(
  pixels: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  filter: (typeof FILTERS)[number],
): Uint8Array {
  const stride = 3 * width;
  const rows = new Uint8Array(height * (stride + 1));
  for (let y = 0; y < height; y++) {
    rows[y * (stride + 1)] = filter;
    for (let i = 0; i < stride; i++) {
      const at = y * stride + i;
      const before = filter === 1 && i >= 3 ? pixels[at - 3] : 0;
      const above = filter === 2 && y > 0 ? pixels[at - stride] : 0;
      rows[y * (stride + 1) + 1 + i] = pixels[at] - before - above;
    }
  }
  return rows;
}

/** A PNG file of an RGB picture (HWC bytes), 8 bits a channel, with the filter that makes it smallest. */
export function packedPng(
  pixels: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
): Uint8Array<ArrayBuffer> {
  const streams = FILTERS.map((filter) =>
    deflateSync(filtered(pixels, width, height, filter), { level: 9 }),
  );
  return pngFile(
    width,
    height,
    streams.reduce((a, b) => (b.length < a.length ? b : a)),
  );
}

/** A data: address of such a file. */
export function packedPngAddress(
  pixels: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
): string {
  return `data:image/png;base64,${Buffer.from(packedPng(pixels, width, height)).toString('base64')}`;
}

const STORED = /data:image\/png;base64,[\w+/]+=*/g;
/** Where the first chunk of rows begins: behind the signature (8 bytes) and the header chunk (25). */
const ROWS = 33;

/** Markup whose stored RGB pictures (`pngAddress` of lib/figures/kit/raster.ts) are packed: the same pixels, fewer bytes. */
export function packPictures(markup: string): string {
  return markup.replaceAll(STORED, (address) => {
    const file = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
    const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
    const rows = inflateSync(file.subarray(ROWS + 8, ROWS + 8 + file.readUInt32BE(ROWS)));
    const stride = 3 * width;
    const pixels = new Uint8Array(stride * height);
    for (let y = 0; y < height; y++) {
      const row = y * (stride + 1);
      if (rows[row] !== 0) throw new RangeError('a stored picture has no filters');
      pixels.set(rows.subarray(row + 1, row + 1 + stride), y * stride);
    }
    return packedPngAddress(pixels, width, height);
  });
}
