import fc from 'fast-check';
import { expect, it } from 'vitest';
import { everyOther } from '../../../site/take-along/motion.ts';

it('a GIF has every second frame of the film: the same drawings at the same times, as long as it', () => {
  const shots = fc
    .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 })
    .map((all) => all.map((frames, i) => ({ t: i, frames })));
  fc.assert(
    fc.property(shots, fc.integer({ min: 1, max: 4 }), (film, every) => {
      const frames = (all: typeof film) => all.flatMap(({ t, frames: n }) => Array(n).fill(t));
      expect(frames(everyOther(film, every))).toEqual(
        frames(film).filter((_, i) => i % every === 0),
      );
    }),
  );
});
