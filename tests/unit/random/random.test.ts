import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, integer, normal, random, range, shuffle, weighted } from '#lib/random/index.ts';

const seeds = fc.maxSafeInteger();

describe('random', () => {
  it('gives the numbers of a seed that are written down here, in every engine that runs this test', () => {
    const next = random(42);
    expect([next(), next(), next()].map((x) => x * 4294967296)).toEqual([
      2241159378, 4120041894, 141946914,
    ]);
  });

  it('gives other numbers for another seed or stream', () => {
    fc.assert(
      fc.property(seeds, seeds, (a, b) => {
        fc.pre(a !== b);
        const first = (seed: number, stream = 0) => {
          const next = random(seed, stream);
          return `${next()} ${next()}`;
        };
        expect(first(a)).not.toBe(first(b));
        expect(first(a)).not.toBe(first(a, 1));
      }),
    );
  });

  it('stays in [0, 1) and fills it evenly', () => {
    const next = random(7);
    const bins = new Array(10).fill(0);
    for (let i = 0; i < 100_000; i++) bins[Math.floor(next() * 10)]++;
    expect(bins.reduce((a, b) => a + b)).toBe(100_000);
    for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('refuses a seed that is no safe integer', () => {
    expect(() => random(0.5)).toThrow('random: the seed 0.5 is no safe integer');
    expect(() => random(2 ** 60)).toThrow(RangeError);
  });
});

describe('draws', () => {
  it('normal has mean 0 and standard deviation 1', () => {
    const next = random(1);
    const drawn = Array.from({ length: 40_000 }, () => normal(next));
    const mean = drawn.reduce((a, b) => a + b) / drawn.length;
    const variance = drawn.reduce((a, b) => a + (b - mean) ** 2, 0) / drawn.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  });

  it('integer takes both ends, range stays below its end', () => {
    const next = random(2);
    const drawn = Array.from({ length: 1000 }, () => integer(next, -1, 2));
    expect([...new Set(drawn)].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
    fc.assert(
      fc.property(seeds, (seed) => {
        const x = range(random(seed), 3, 5);
        expect(x >= 3 && x < 5).toBe(true);
      }),
    );
  });

  it('weighted draws as often as the weights say', () => {
    const next = random(3);
    let heavy = 0;
    for (let i = 0; i < 10_000; i++) {
      if (
        weighted(next, [
          ['heavy', 3],
          ['light', 1],
          ['never', 0],
        ] as const) === 'heavy'
      )
        heavy++;
    }
    expect(Math.abs(heavy - 7500)).toBeLessThan(200);
    expect(() => weighted(next, [['a', 0]])).toThrow('the weights sum to 0');
  });

  it('shuffle keeps every item, choose takes one of them', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.integer(), { minLength: 1 }), (seed, items) => {
        const next = random(seed);
        expect(items).toContain(choose(next, items));
        const sorted = [...items].sort((a, b) => a - b);
        expect(shuffle(next, [...items]).sort((a, b) => a - b)).toEqual(sorted);
      }),
    );
    expect(() => choose(random(1), [])).toThrow('no item');
  });
});
