import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pngAddress } from '#lib/figures/kit/raster.ts';
import { packedPng, packedPngAddress, packPictures } from '#lib/png/packed.ts';

/** The pixels of an RGB file whose filters are 0 (as they are), 1 (the pixel before) or 2 (the pixel above). */
function pixelsOf(file: Buffer): { width: number; height: number; pixels: Uint8Array } {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const at = file.indexOf('IDAT');
  const rows = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
  const stride = width * 3;
  const pixels = new Uint8Array(stride * height);
  for (let i = 0; i < pixels.length; i++) {
    const y = Math.floor(i / stride);
    const filter = rows[y * (stride + 1)];
    const before = filter === 1 && i % stride >= 3 ? pixels[i - 3] : 0;
    const above = filter === 2 && y > 0 ? pixels[i - stride] : 0;
    pixels[i] = rows[y * (stride + 1) + 1 + (i % stride)] + before + above;
  }
  return { width, height, pixels };
}

const pictures: [string, (x: number, y: number, c: number) => number][] = [
  ['a gradient to the right', (x, _, c) => 3 * x + c],
  ['a gradient downwards', (_, y, c) => 5 * y + 40 * c],
  ['no pattern', (x, y, c) => (x * 7919 + y * 104729 + c * 1299709) % 251],
];

describe('a packed PNG file', () => {
  test.each(pictures)('keeps every pixel: %s', (_, value) => {
    const [width, height] = [21, 13];
    const pixels = Uint8Array.from({ length: 3 * width * height }, (_, i) =>
      value(Math.floor(i / 3) % width, Math.floor(i / 3 / width), i % 3),
    );
    const file = Buffer.from(packedPng(pixels, width, height));
    expect(pixelsOf(file)).toEqual({ width, height, pixels });
    const stored = pngAddress(width, height, pixels);
    expect(packPictures(`<image href="${stored}"/>${stored}`)).toBe(
      `<image href="${packedPngAddress(pixels, width, height)}"/>${packedPngAddress(pixels, width, height)}`,
    );
    expect(packedPngAddress(pixels, width, height).length).toBeLessThan(stored.length);
  });
});
