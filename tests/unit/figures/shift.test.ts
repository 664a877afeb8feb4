import { describe, expect, it } from 'vitest';
import { shift as words } from '#content/words/en/figures/shift.ts';
import { shift as inWords } from '#lib/figures/shift/index.ts';
import { modelOf, type Params, shiftAt, valueAt } from '#lib/figures/shift/model.ts';

const shift = inWords(words);

const plain: Params = { length: 3, halvings: 1, paint: 'red' };

describe('one pixel to the right', () => {
  it('moves by half a pixel, then to whole ones', () => {
    expect([0, ...shift.stops(plain).map(({ t }) => t)].map(shiftAt)).toEqual([0, 0.5, 1, 2, 3, 4]);
  });

  it('makes the sub-maps trade places: what was in A is then in C, from B in D', () => {
    const { subMaps } = modelOf(plain);
    // By phase [dy * 2 + dx]: A 0, C 1, B 2, D 3. Pixels are whole numbers, so one grey level may round away.
    for (const [from, to] of [
      [0, 1],
      [2, 3],
      [1, 0],
      [3, 2],
    ])
      for (const at of [0, 0.5, 1.25, 2])
        expect(
          Math.abs(valueAt(subMaps[to], at + 1) - valueAt(subMaps[from], at)),
        ).toBeLessThanOrEqual(2);
  });

  it('a strided sample is sub-map A; space-to-depth shows the car as strongly as its best sub-map', () => {
    for (const halvings of [1, 2]) {
      const { methods, subMaps } = modelOf({ ...plain, halvings });
      expect(subMaps[0].values).toEqual(methods.strided.values);
      methods.spd.values.forEach((value, i) => {
        expect(value).toBe(Math.max(...subMaps.map(({ values }) => values[i])));
      });
    }
  });

  it('a sample depends on luck far more than smoothing does, each sub-map as much as the sample', () => {
    const { methods, subMaps } = modelOf(plain);
    const swing = ({ least, most }: { least: number; most: number }) => most / Math.max(1, least);
    expect(swing(methods.strided)).toBeGreaterThan(2.5);
    expect(swing(methods.blur)).toBeLessThan(2);
    expect(swing(methods.spd)).toBeLessThan(1.3);
    expect(swing(subMaps[1])).toBeGreaterThan(2.5);
  });
});
