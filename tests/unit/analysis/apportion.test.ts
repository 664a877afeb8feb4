import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '#lib/analysis/index.ts';

describe('places shared out by counts', () => {
  it('go to the largest remainders', () => {
    expect(apportion([412, 350, 238], 10)).toEqual([4, 4, 2]);
    expect(apportion([1, 1, 1], 10)).toEqual([4, 3, 3]);
    expect(apportion([0, 0], 4)).toEqual([0, 0]);
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
