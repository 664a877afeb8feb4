import { describe, expect, it } from 'vitest';
import { rebuild as words } from '#content/words/en/figures/rebuild.ts';
import { rebuild as inWords } from '#lib/figures/rebuild/index.ts';
import { modelOf, outputsOf, pictureOf, rebuiltFrom } from '#lib/figures/rebuild/model.ts';
import type { Params } from '#lib/figures/rebuild/parameters.ts';

const rebuild = inWords(words);

const plain: Params = { via: 'spd', kernel: 1, channels: 2, draw: 1, scene: 0 };
const rank = (values: Partial<Params>) => modelOf({ ...plain, ...values }).space.rank;

describe('what can be rebuilt', () => {
  it('the rank is the number of written numbers, until all are known: with or without a stride', () => {
    for (const via of ['spd', 'strided'] as const)
      for (const [channels, expected] of [
        [1, 64],
        [3, 192],
        [4, 256],
      ])
        expect(rank({ via, channels, kernel: via === 'spd' ? 1 : 3 })).toBe(expected);
  }, 60_000);

  it('a 1x1 convolution with stride 2 never knows more than a quarter', () => {
    for (const channels of [1, 6]) expect(rank({ via: 'strided', kernel: 1, channels })).toBe(64);
  });

  it('a full rank gives the picture back, a smaller one a picture with the same outputs', () => {
    const picture = pictureOf();
    const full = modelOf({ ...plain, channels: 4 });
    expect(rebuiltFrom(full, picture).error).toBeLessThan(1e-6);
    const half = modelOf(plain);
    const again = rebuiltFrom(half, picture);
    expect(again.error).toBeGreaterThan(5);
    const [seen, seenAgain] = [picture, again.picture].map((p) => outputsOf(half, p, 2));
    seen.forEach((map, o) => {
      map.data.forEach((v, i) => {
        expect(seenAgain[o].data[i]).toBeCloseTo(v, 6);
      });
    });
  });

  it('says what is lost, and of a picture of the reader’s own no error that it has not seen', () => {
    expect(rebuild.describe(plain, 1)).toContain('So 128 of 256 can’t be known');
    expect(rebuild.describe(plain, 1, true)).toMatch(/^Your picture .*known from them\.$/);
    expect(rebuild.describe({ ...plain, channels: 4 }, 1, true)).toContain('without a fault');
  });
});
