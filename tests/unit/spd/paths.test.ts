import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  fieldOf,
  interiorPaths,
  interiorPathsOf,
  pathCounts,
  readCounts,
  readCountsAfterSpd,
  type StackLayer,
} from '#lib/spd/index.ts';

const strided = { kernel: 3, stride: 2, padding: 1 };
const spd = { kernel: 3, padding: 1, block: 2 };

it('one layer is the read count', () => {
  expect([...pathCounts(12, [strided])]).toEqual([...readCounts(12, strided)]);
  expect([...pathCounts(12, [spd])]).toEqual([
    ...readCountsAfterSpd(12, 2, { kernel: 3, padding: 1 }),
  ]);
  expect([...pathCounts(5, [])]).toEqual([1, 1, 1, 1, 1]);
});

it('a stack counts every path: followed one by one', () => {
  const layer = fc.record({
    kernel: fc.integer({ min: 1, max: 4 }),
    stride: fc.integer({ min: 1, max: 3 }),
    padding: fc.integer({ min: 0, max: 2 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 8, max: 20 }), layer, layer, (size, first, second) => {
      const [m, n] = [out(size, first), out(out(size, first), second)];
      fc.pre(m >= second.kernel && n >= 1);
      const counts = new Array<number>(size).fill(0);
      for (let w = 0; w < n; w++)
        for (let t = 0; t < second.kernel; t++) {
          const middle = w * second.stride - second.padding + t;
          if (middle < 0 || middle >= m) continue;
          for (let u = 0; u < first.kernel; u++) {
            const p = middle * first.stride - first.padding + u;
            if (p >= 0 && p < size) counts[p]++;
          }
        }
      expect([...pathCounts(size, [first, second])]).toEqual(counts);
    }),
  );
});

const out = (size: number, { kernel, stride, padding }: typeof strided) =>
  Math.floor((size + 2 * padding - kernel) / stride) + 1;

it('stacks of 3x3 stride 2 follow Stern: even numbers copy, odd ones add their neighbours', () => {
  expect([...interiorPaths(strided, 1)]).toEqual([1, 2]);
  expect([...interiorPaths(strided, 2)]).toEqual([1, 3, 2, 3]);
  expect([...interiorPaths(strided, 3)]).toEqual([1, 4, 3, 5, 2, 5, 3, 4]);
  let before = interiorPaths(strided, 0);
  for (let times = 1; times <= 5; times++) {
    const row = interiorPaths(strided, times);
    expect(row).toHaveLength(2 ** times);
    row.forEach((n, p) => {
      const half = before[p >> 1];
      const next = before[((p >> 1) + 1) % before.length];
      expect(n).toBe(p % 2 === 0 ? half : half + next);
    });
    before = row;
  }
  expect(Math.max(...before)).toBe(13);
  expect(Math.min(...before)).toBe(1);
});

/** Space-to-depth, then a window that keeps the size. */
const packedBy = (kernel: number): StackLayer => ({
  kernel,
  padding: [kernel >> 1, (kernel - 1) >> 1],
  block: 2,
});

it('stacks of space-to-depth and an even or odd kernel are even', () => {
  for (const kernel of [1, 2, 3, 4, 5])
    for (let times = 1; times <= 3; times++)
      expect(new Set(interiorPaths(packedBy(kernel), times))).toEqual(new Set([kernel ** times]));
  expect(() => pathCounts(7, [spd])).toThrow('block size 2 does not divide the size 7');
});

it('the published wiring, 3x3, space-to-depth, 1x1, is even too', () => {
  const published = [
    { kernel: 3, padding: 1 },
    { kernel: 1, block: 2 },
  ];
  expect([...interiorPathsOf([...published, ...published])]).toEqual([9, 9, 9, 9]);
  expect(fieldOf(published)).toEqual({ field: 4, jump: 2 });
  expect(fieldOf([strided, strided])).toEqual({ field: 7, jump: 4 });
});
