import { describe, expect, it } from 'vitest';
import { rebuild as words } from '#content/words/en/figures/rebuild.ts';
import { rebuild as inWords } from '#lib/figures/rebuild/index.ts';
import { modelOf, outputsOf, pictureOf, rebuiltFrom } from '#lib/figures/rebuild/model.ts';
import type { Params } from '#lib/figures/rebuild/parameters.ts';
import { float16, kept } from '#lib/figures/rebuild/precision.ts';

const rebuild = inWords(words);

const plain: Params = {
  via: 'spd',
  kernel: 1,
  channels: 2,
  draw: 1,
  scene: 0,
  filters: '',
  precision: 'exact',
  border: 'zeros',
};
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
    expect(rebuiltFrom(full, picture, { ...plain, channels: 4 }).error).toBeLessThan(1e-6);
    const half = modelOf(plain);
    const again = rebuiltFrom(half, picture, plain);
    expect(again.error).toBeGreaterThan(5);
    const [seen, seenAgain] = [picture, again.picture].map((p) => outputsOf(half, p, plain));
    seen.forEach((map, o) => {
      map.data.forEach((v, i) => {
        expect(seenAgain[o].data[i]).toBeCloseTo(v, 6);
      });
    });
  });

  it('says what is lost, and of a picture of the reader’s own no error that it has not seen', () => {
    expect(rebuild.describe(plain, 1)).toContain('So 128 of 256 can’t be known');
    // Of exact numbers no error grows: how much it would is not said.
    expect(rebuild.describe(plain, 1, true)).toMatch(
      /^Your picture .* can’t be known from them\.$/,
    );
    expect(rebuild.describe({ ...plain, precision: 'float16' }, 1, true)).toMatch(
      /^Your picture .*condition number is [\d.]+ with zeros beyond the border\.$/,
    );
    expect(rebuild.describe({ ...plain, channels: 4 }, 1, true)).toContain(
      'each of the 256 pixels is known',
    );
  });

  it('rounds to half precision as the standard says', () => {
    const pairs = [
      [0, 0],
      [1, 1],
      [1 + 2 ** -11, 1],
      [1 + 3 * 2 ** -11, 1 + 2 ** -9],
      [-1000.3, -1000.5],
      [2 ** -24, 2 ** -24],
      [2 ** -26, 0],
      [0.1, 0.0999755859375],
    ];
    for (const [given, wanted] of pairs) expect(float16(given)).toBe(wanted);
  });

  it('eight bits leave at most 255 values, noise changes every number by about a hundredth', () => {
    const map = Float64Array.from({ length: 400 }, (_, i) => Math.sin(i) * 40);
    expect(new Set(kept(map, 'bits8', 1, 0)).size).toBeLessThanOrEqual(255);
    const noise = kept(map, 'noise', 1, 0).map((v, i) => v - map[i]);
    const spread = Math.sqrt(noise.reduce((sum, v) => sum + v * v, 0) / noise.length);
    expect(spread).toBeGreaterThan(0.2);
    expect(spread).toBeLessThan(0.4);
    expect(kept(map, 'noise', 1, 1)).not.toEqual(kept(map, 'noise', 1, 0));
    expect(kept(map, 'exact', 1, 0)).toEqual(map);
  });

  it('more exact numbers are never a worse picture', () => {
    const picture = pictureOf();
    for (const border of ['zeros', 'wrap'] as const) {
      const params = { ...plain, via: 'strided', kernel: 4, channels: 4, border } as const;
      const model = modelOf(params);
      const errors = (['exact', 'float32', 'float16', 'bits8'] as const).map(
        (precision) => rebuiltFrom(model, picture, { ...params, precision }).error,
      );
      expect(errors).toEqual([...errors].sort((a, b) => a - b));
    }
  });

  it('tells the condition number, the border and how the numbers were kept', () => {
    const said = rebuild.describe(
      { ...plain, via: 'strided', kernel: 3, channels: 4, draw: 2, precision: 'float16' },
      1,
    );
    expect(said).toMatch(/condition number is 7\.1 million with zeros beyond the border/);
    expect(said).toMatch(
      /From float16 numbers the car is rebuilt with an error of 4\d0 grey levels/,
    );
  });
});
