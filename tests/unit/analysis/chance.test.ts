import { expect, it } from 'vitest';
import { foundByChance } from '#lib/analysis/index.ts';

const extent = { width: 120, height: 120 };
const at = (x: number, y: number, classIndex = 0) => ({ x, y, width: 10, height: 10, classIndex });
const box = (x: number, y: number, classIndex = 0) => ({ ...at(x, y, classIndex), score: 0.9 });

it('moves all boxes together to 35 other places, around the edges', () => {
  // Objects on the grid of moves, 20 px apart, at all places but the box's own: found at each.
  const everywhere = Array.from({ length: 36 }, (_, i) => at(20 * (i % 6), 20 * Math.floor(i / 6)));
  expect(foundByChance([box(0, 0)], everywhere, extent)).toBe(1);
  expect(foundByChance([box(100, 60)], everywhere, extent)).toBe(1);
  // One object, where the box stands: no other place has it. Elsewhere: one of 35 has.
  expect(foundByChance([box(0, 0)], [at(0, 0)], extent)).toBe(0);
  expect(foundByChance([box(0, 0)], [at(40, 100)], extent)).toBeCloseTo(1 / 35);
  // Two boxes keep their arrangement: both or none.
  expect(foundByChance([box(0, 0), box(20, 0)], [at(60, 60), at(80, 60)], extent)).toBeCloseTo(
    4 / 35,
  );
});

it('asks for the right class, and says nothing of nothing', () => {
  expect(foundByChance([box(0, 0, 1)], [at(40, 100)], extent)).toBe(0);
  expect(foundByChance([], [at(40, 100)], extent)).toBe(0);
  expect(foundByChance([box(0, 0)], [], extent)).toBe(0);
});
