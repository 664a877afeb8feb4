import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, tied } from '#lib/analysis/index.ts';

describe('places shared out by counts', () => {
  it('go to the largest remainders', () => {
    expect(apportion([412, 350, 238], 10)).toEqual([4, 4, 2]);
    expect(apportion([1, 1, 1], 10)).toEqual([4, 3, 3]);
    expect(apportion([0, 0], 4)).toEqual([0, 0]);
  });

  it('of which one is due to two as much are known', () => {
    expect(tied([325, 373, 232], 10)).toEqual({ winner: 0, loser: 2 });
    expect(tied([1, 1, 1], 10)).toEqual({ winner: 0, loser: 1 });
    expect(tied([412, 350, 238], 10)).toBeUndefined();
    expect(tied([5, 5], 10)).toBeUndefined();
    expect(tied([0, 0], 4)).toBeUndefined();
  });

  it('are all given away, nobody a whole place from its due', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }),
        fc.nat(30),
        (counts, places) => {
          const all = counts.reduce((sum, count) => sum + count, 0);
          fc.pre(all > 0);
          const seats = apportion(counts, places);
          expect(seats.reduce((sum, seat) => sum + seat, 0)).toBe(places);
          seats.forEach((seat, i) => {
            expect(Math.abs(seat - (places * counts[i]) / all)).toBeLessThan(1);
          });
        },
      ),
    );
  });
});
