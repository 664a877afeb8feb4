import { describe, expect, it } from 'vitest';
import { footprint as words } from '#content/words/en/figures/footprint.ts';
import { footprint as inWords } from '#lib/figures/footprint/index.ts';
import {
  extremes,
  levelAt,
  modelOf,
  type Params,
  phasesOf,
  ratioText,
} from '#lib/figures/footprint/model.ts';

const footprint = inWords(words);

const plain: Params = { halvings: 5, kernel: 3, after: 'spd-3', maps: '' };
const last = (params: Params) => {
  const { strided, spd } = modelOf(params);
  return { strided: strided.planes[params.halvings], spd: spd.planes[params.halvings] };
};

describe('the footprint of a stack', () => {
  it('3x3 with stride 2: 4, 9, 25, 64 and 169 times as many paths', () => {
    const most = [1, 2, 3, 4, 5].map(
      (halvings) => extremes(last({ ...plain, halvings }).strided).most,
    );
    expect(most).toEqual([4, 9, 25, 64, 169]);
    for (const halvings of [1, 3, 5])
      expect(extremes(last({ ...plain, halvings }).strided).least).toBe(1);
  });

  it('the finest phases stay at 1 : 2 : 2 : 4, however deep', () => {
    for (const halvings of [1, 2, 3, 4, 5]) {
      const plane = last({ ...plain, halvings }).strided;
      const [a, b, c, d] = phasesOf(plane, Math.sqrt(plane.length));
      for (const [phase, times] of [
        [b, 2],
        [c, 2],
        [d, 4],
      ])
        expect(phase / a).toBeCloseTo(times, 9);
    }
  });

  it('is even for space-to-depth in each wiring, and for kernels that the stride divides', () => {
    for (const [after, each] of [
      ['spd-3', 59049],
      ['spd-1', 1],
      ['published', 59049],
    ] as const)
      expect(extremes(last({ ...plain, after }).spd)).toEqual({ most: each, least: each });
    for (const kernel of [2, 4, 6]) {
      const { most, least } = extremes(last({ ...plain, kernel }).strided);
      expect(most).toBe(least);
    }
    expect(extremes(last({ ...plain, kernel: 1 }).strided)).toEqual({ most: 1, least: 0 });
  });

  it('stacks one layer after the other, and says what it counts', () => {
    expect(footprint.stops(plain).map(({ t }) => levelAt(plain, t))).toEqual([1, 2, 3, 4, 5]);
    expect(footprint.describe(plain, 1)).toContain('from 1 to 169 paths from a pixel');
    expect(ratioText(words, { most: 25, least: 1 })).toBe('most to least 25 : 1');
    expect(ratioText(words, { most: 9, least: 9 })).toBe('even: 1 : 1');
    expect(ratioText(words, { most: 1, least: 0 })).toContain('no path');
  });
});
