import { describe, expect, test } from 'vitest';
import { HALVINGS, type Raster, scene, strided, subMaps } from '../../../site/hero/halvings.ts';

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
});
