import { describe, expect, it } from 'vitest';
import { crispScale, extentOf, greyMap } from '#components/weights/grey-maps.ts';

// Two channels of 2 x 3: 0..5 and -10, -10, ...
const data = Float32Array.of(0, -10, 1, -10, 2, -10, 3, -10, 4, -10, 5, -10);
const maps = { data, height: 2, width: 3, channels: 2 };
const greys = (map: { rgba: Uint8ClampedArray }) => [...map.rgba].filter((_, i) => i % 4 === 0);

describe('a channel in grey', () => {
  it('goes from black at the least value to white at the largest', () => {
    const extent = extentOf(maps, 0);
    expect(extent).toEqual({ least: 0, most: 5, mean: 2.5 });
    const map = greyMap(maps, 0, extent);
    expect([map.width, map.height]).toEqual([3, 2]);
    expect(greys(map)).toEqual([0, 51, 102, 153, 204, 255]);
    expect([...map.rgba].filter((_, i) => i % 4 === 3)).toEqual(Array(6).fill(255));
  });

  it('is middle grey where there is one value only', () => {
    expect(greys(greyMap(maps, 1, extentOf(maps, 1)))).toEqual(Array(6).fill(128));
  });

  it('can share its scale with the other channels', () => {
    const whole = extentOf(maps);
    expect(whole).toEqual({ least: -10, most: 5, mean: -3.75 });
    expect(greys(greyMap(maps, 1, whole))).toEqual(Array(6).fill(0));
    expect(greys(greyMap(maps, 0, whole))[0]).toBe(170);
  });

  it('averages values where it has to be smaller', () => {
    const map = greyMap(maps, 0, extentOf(maps, 0), 2);
    expect([map.width, map.height]).toEqual([2, 1]);
    // (0 + 1 + 3 + 4) / 4 and (2 + 5) / 2 of 5; bytes round a half to the even number.
    expect(greys(map)).toEqual([102, 178]);
  });

  it('is drawn by whole pixels', () => {
    expect(crispScale(20, 80)).toEqual({ pixels: 4, values: 1 });
    expect(crispScale(33, 80)).toEqual({ pixels: 2, values: 1 });
    expect(crispScale(80, 80)).toEqual({ pixels: 1, values: 1 });
    expect(crispScale(320, 80)).toEqual({ pixels: 1, values: 4 });
    expect(crispScale(81, 80)).toEqual({ pixels: 1, values: 2 });
  });
});
