import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICTURES, type PictureKind, pictureSize } from '#lib/files/index.ts';
import { pngFile } from '#lib/png/index.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const le16 = (n: number) => String.fromCharCode(n & 255, n >> 8);
const be16 = (n: number) => String.fromCharCode(n >> 8, n & 255);
const be32 = (n: number) => be16(n >>> 16) + be16(n & 0xffff);
const box = (type: string, content: string) => be32(8 + content.length) + type + content;
const ispe = (width: number, height: number) =>
  box('ispe', `\0\0\0\0${be32(width)}${be32(height)}`);

/** Headers of each kind, as the formats have them, for one size. */
const HEADS: Record<string, [PictureKind, (width: number, height: number) => string]> = {
  png: ['png', (w, h) => String.fromCharCode(...pngFile(w, h, new Uint8Array()))],
  gif: ['gif', (w, h) => `GIF89a${le16(w)}${le16(h)}\0\0\0`],
  bmp: ['bmp', (w, h) => `BM${'\0'.repeat(12)}\x28\0\0\0${le16(w)}\0\0${le16(h)}\0\0`],
  'bmp from the top down': [
    'bmp',
    (w, h) => `BM${'\0'.repeat(12)}\x28\0\0\0${le16(w)}\0\0${le16(65_536 - h)}\xff\xff`,
  ],
  'webp, lossy': [
    'webp',
    (w, h) => `RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a${le16(w)}${le16(h)}`,
  ],
  'webp, lossless': [
    'webp',
    (w, h) => {
      const bits = (w - 1) | ((h - 1) << 14);
      return `RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f${le16(bits & 0xffff)}${le16(bits >>> 16)}`;
    },
  ],
  'webp, extended': [
    'webp',
    (w, h) => `RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0${le16(w - 1)}\0${le16(h - 1)}\0`,
  ],
  'jpeg behind long segments': [
    'jpeg',
    (w, h) =>
      `\xff\xd8\xff\xe1${be16(60_000)}${'e'.repeat(59_998)}\xff\xe2${be16(60_000)}${'i'.repeat(59_998)}` +
      `\xff\xff\xc4${be16(4)}tt\xff\xc2\0\x11\x08${be16(h)}${be16(w)}\x03`,
  ],
  'avif of tiles': [
    'avif',
    (w, h) =>
      box('ftyp', 'avif\0\0\0\0') +
      box('meta', `\0\0\0\0${box('iprp', box('ipco', ispe(8, 8) + ispe(w, h)))}`),
  ],
};

describe('the size in the header of a picture', () => {
  it.each(Object.entries(HEADS))('%s', async (_, [kind, head]) => {
    const side = fc.integer({ min: 8, max: 16_000 });
    await fc.assert(
      fc.asyncProperty(side, side, async (width, height) => {
        const file = new Blob([bytes(head(width, height))]);
        expect(await pictureSize(file, kind)).toEqual({ width, height });
      }),
      { numRuns: 20 },
    );
  });

  it('cut short anywhere, or of any bytes, is a size or none', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(HEADS)),
        fc.nat({ max: 200 }),
        fc.uint8Array({ maxLength: 40 }),
        async ([kind, head], cut, tail) => {
          const whole = bytes(head(300, 200)).slice(0, cut);
          const size = await pictureSize(new Blob([whole, Uint8Array.from(tail)]), kind);
          if (size) expect(size.width * size.height).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
    for (const kind of PICTURES) expect(await pictureSize(new Blob([]), kind)).toBeUndefined();
  });
});
