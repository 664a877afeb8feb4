import { expect, test } from 'vitest';
import { ticksOf } from '#components/kit/ticks.ts';

test('ticks of an axis are round, two to six, and lie on it', () => {
  expect(ticksOf({ min: 26, max: 52 })).toEqual([30, 40, 50]);
  expect(ticksOf({ min: 0, max: 8 })).toEqual([0, 2, 4, 6, 8]);
  expect(ticksOf({ min: 8, max: 20 })).toEqual([10, 15, 20]);
  for (const [min, max] of [
    [-3, 4],
    [0, 0.7],
    [17, 930],
  ]) {
    const ticks = ticksOf({ min, max });
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThan(7);
    for (const tick of ticks) expect(tick >= min && tick <= max).toBe(true);
  }
});
