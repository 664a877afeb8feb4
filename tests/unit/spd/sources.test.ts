import { describe, expect, it } from 'vitest';
import { downsample, downsamplings, readerSpan, sourceSpan } from '#lib/spd/index.ts';

const SIZE = 16;
const mixing = downsamplings.filter((method) => method !== 'spd');

/** Which positions change when one pixel of a row does: found by trying, not from the map. */
function touched(method: (typeof mixing)[number], times: number, p: number): number[] {
  const grey = { height: SIZE, width: SIZE, channels: 1, data: new Float64Array(SIZE * SIZE) };
  const data = grey.data.slice();
  // The whole column: rows play no part.
  for (let y = 0; y < SIZE; y++) data[y * SIZE + p] = 1;
  const { data: out } = downsample({ ...grey, data }, method, times);
  const side = SIZE / 2 ** times;
  return Array.from({ length: side }, (_, i) => i).filter((i) => Math.abs(out[i]) > 1e-12);
}

describe.each(mixing)('what %s reads', (method) => {
  it('is what changes it, and the way back leads there', () => {
    for (const times of [1, 2, 3])
      for (let p = 0; p < SIZE; p++) {
        const changed = touched(method, times, p);
        const span = readerSpan(method, SIZE, times, p);
        const told = span
          ? Array.from({ length: span[1] - span[0] + 1 }, (_, i) => span[0] + i)
          : [];
        expect(told, `${times} halvings, pixel ${p}`).toEqual(changed);
        for (const i of told) {
          const [first, last] = sourceSpan(method, SIZE, times, i);
          expect(first <= p && p <= last).toBe(true);
        }
      }
  });
});

it('what a number is computed from ends at the borders', () => {
  expect(sourceSpan('blur', 16, 1, 0)).toEqual([0, 1]);
  expect(sourceSpan('blur', 16, 1, 7)).toEqual([13, 15]);
  expect(sourceSpan('fitted', 16, 2, 0)).toEqual([0, 3]);
  expect(sourceSpan('fitted', 16, 2, 3)).toEqual([9, 15]);
  expect(sourceSpan('max', 16, 2, 3)).toEqual([12, 15]);
  expect(sourceSpan('strided', 16, 3, 1)).toEqual([8, 8]);
  // A map of an odd number of halves: its last pixel stands for itself.
  expect(sourceSpan('average', 5, 1, 2)).toEqual([4, 4]);
});
