import { describe, expect, it } from 'vitest';
import { normal, random } from '#lib/random/index.ts';
import {
  fairStack,
  PIECE,
  placed,
  readStack,
  type Stack,
  takeApart,
  totalCost,
} from '#lib/stack/index.ts';
import { WAYS, type Way } from '#lib/stack/ways.ts';
import { layersOf } from '#lib/training/plan.ts';

const plan = (way: Way, width: number) => ({ way, width, stages: [{ way, width }], classes: 2 });

/** As many numbers as the first halving has; every weight from `weight`. */
function numbersOf(way: Way, width: number, weight: () => number): Float32Array {
  const size = layersOf(plan(way, width)).reduce(
    (sum, layer) =>
      layer.kind === 'convolution'
        ? sum + layer.kernel ** 2 * layer.inputs * layer.outputs + layer.outputs
        : sum,
    0,
  );
  return Float32Array.from({ length: size }, weight);
}

const drawn = () => {
  const next = random(3);
  return () => normal(next);
};
const crop = Float32Array.from({ length: PIECE * PIECE * 3 }, drawn());

describe('a first halving taken apart', () => {
  it('gives all back where it only deals the numbers out', () => {
    // Output o of space-to-depth and 3x3 is input o of the middle block.
    const numbers = numbersOf('spd', 12, () => 0);
    for (let o = 0; o < 12; o++) numbers[(4 * 12 + o) * 12 + o] = 1;
    const apart = takeApart(plan('spd', 12), numbers, crop)!;
    expect(apart.condition).toBeCloseTo(1, 9);
    expect(apart.share).toBe(1);
    // Eight bits of a range of about six deviations.
    expect(apart.missing).toBeLessThan(0.02);
    const [y, x, c] = [1, 2, 1];
    expect(apart.rebuilt[(y * PIECE + x) * 3 + c]).toBeCloseTo(
      apart.piece[(y * PIECE + x) * 3 + c],
      1,
    );
  });

  it('loses what it writes too few numbers for, or averages away', () => {
    const strided = takeApart(plan('strided', 6), numbersOf('strided', 6, drawn()), crop)!;
    expect(strided.share).toBe(0.5);
    // Of white noise the half that is not kept.
    expect(strided.missing ** 2).toBeGreaterThan(0.35);
    expect(strided.missing ** 2).toBeLessThan(0.65);
    const average = takeApart(plan('average', 16), numbersOf('average', 16, drawn()), crop)!;
    expect(average.condition).toBe(Number.POSITIVE_INFINITY);
  });

  it('answers for every way but the largest of four', () => {
    for (const way of WAYS) {
      const apart = takeApart(plan(way, 4), numbersOf(way, 4, drawn()), crop);
      expect([way, apart === undefined]).toEqual([way, way === 'max']);
    }
  });
});

describe('a fair rival of a stack', () => {
  const input = { size: 64, channels: 3 };
  it.each(['macs', 'weights'] as const)('costs nearly as much in %s, in its proportions', (by) => {
    const [first, second] = ['spd.16_spd.32_spd.64', 'strided.16_strided.32_strided.64'].map(
      (text) => readStack(text)!,
    );
    const fair = fairStack(second, first, input, by);
    const cost = (stack: Stack) => totalCost(placed(stack, input))[by];
    expect(cost(second) / cost(first)).toBeLessThan(0.3);
    expect(cost(fair) / cost(first)).toBeGreaterThan(0.97);
    expect(cost(fair) / cost(first)).toBeLessThan(1.03);
    expect(fair[2].width / fair[0].width).toBeCloseTo(4, 0);
    expect(fairStack(fair, fair, input, by)).toEqual(fair);
  });
});
