import { describe, expect, it } from 'vitest';
import { nms as words } from '#content/words/en/figures/nms.ts';
import { intersectionOverUnion, nonMaxSuppression } from '#lib/detection/index.ts';
import { nms as inWords } from '#lib/figures/nms/index.ts';
import { candidates, cars, carsFound, modelOf } from '#lib/figures/nms/model.ts';
import { defaults } from '#lib/parameters/index.ts';

const nms = inWords(words);

const plain = defaults(nms.parameters);

describe('nms', () => {
  it('keeps the boxes that the detectors’ own suppression keeps', () => {
    for (let seed = 0; seed < 30; seed++)
      for (const threshold of [0.1, 0.45, 0.6, 0.9]) {
        const params = { ...plain, seed, threshold };
        const { verdicts, rounds } = modelOf(params);
        expect(rounds.map(({ keeper }) => verdicts[keeper].detection)).toEqual(
          nonMaxSuppression(candidates(params), { iouThreshold: threshold }),
        );
        const gone = rounds.flatMap(({ losers }) => losers);
        expect(gone.length + rounds.length).toBe(verdicts.length);
      }
  });

  it('tells its three stories: both found, one lost, found again and again', () => {
    expect(carsFound(modelOf(plain))).toBe(2);
    expect(modelOf(plain).rounds.length).toBe(2);
    const low = { ...plain, threshold: 0.3, distance: 7 };
    const [left, right] = cars(low);
    expect(intersectionOverUnion(left, right)).toBeGreaterThan(0.3);
    expect(carsFound(modelOf(low))).toBe(1);
    expect(nms.describe(low, 1)).toContain('one car is lost');
    expect(modelOf({ ...plain, threshold: 0.9 }).rounds.length).toBeGreaterThan(2);
  });
});
