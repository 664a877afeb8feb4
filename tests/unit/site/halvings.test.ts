import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { HALVINGS, type Raster, scene, strided, subMaps } from '../../../site/hero/halvings.ts';
import { encodePng } from '../../../site/hero/png.ts';

const colours = ({ pixels }: Pick<Raster, 'pixels'> | typeof scene) =>
  Array.from({ length: pixels.length / 3 }, (_, i) => pixels.slice(3 * i, 3 * i + 3).join()).sort();

describe('the opening picture', () => {
  test.each([1, 2, 3, HALVINGS])(
    'space-to-depth %i times keeps every pixel of the scene',
    (times) => {
      expect(colours(subMaps(times))).toEqual(colours(scene));
    },
  );

  test.each([1, 3, HALVINGS])(
    'halved %i times: the strided picture is the first of the sub-maps',
    (times) => {
      const small = strided(times);
      expect(small.width).toBe(scene.width / 2 ** times);
      const all = subMaps(times);
      for (let y = 0; y < small.height; y++) {
        const from = y * all.width * 3;
        expect(all.pixels.slice(from, from + small.width * 3)).toEqual(
          small.pixels.slice(y * small.width * 3, (y + 1) * small.width * 3),
        );
      }
    },
  );

  test('as a PNG file it holds the same pixels', () => {
    const raster = strided(2);
    const file = Buffer.from(encodePng(raster));
    const at = file.indexOf('IDAT');
    const rows = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
    const stride = raster.width * 3;
    const pixels = new Uint8Array(raster.pixels.length);
    for (let i = 0; i < pixels.length; i++) {
      const y = Math.floor(i / stride);
      pixels[i] = rows[y * (stride + 1) + 1 + (i % stride)] + (y > 0 ? pixels[i - stride] : 0);
    }
    expect(pixels).toEqual(raster.pixels);
  });
});
