import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normal, random } from '#lib/random/index.ts';
import {
  afterPermutation,
  apply,
  convolutionRows,
  type Kernel,
  rebuild,
  rowSpace,
  sourceIndices,
  toStrided,
} from '#lib/spd/index.ts';

function kernelOf(outputs: number, channels: number, kernel: number, seed = 1): Kernel {
  const next = random(seed);
  const data = Float64Array.from({ length: outputs * channels * kernel * kernel }, () =>
    normal(next),
  );
  return { data, outputs, channels, kernel };
}
const picture = (n: number, seed = 7) => {
  const next = random(seed);
  return Float64Array.from({ length: n }, next);
};
const shape = { height: 6, width: 6, channels: 1 };

/** Rank of a matrix of whole numbers below a prime (of 16 bits, so that a product is exact), by elimination. */
function rankModulo(matrix: Float64Array[], prime: number): number {
  const rows = matrix.map((row) => row.slice());
  const inverse = (v: number) => {
    let [power, left, out] = [v, prime - 2, 1];
    for (; left > 0; left = Math.floor(left / 2), power = (power * power) % prime)
      if (left % 2 === 1) out = (out * power) % prime;
    return out;
  };
  let rank = 0;
  for (let column = 0; column < rows[0].length; column++) {
    const found = rows.findIndex((row, i) => i >= rank && row[column] !== 0);
    if (found < 0) continue;
    [rows[rank], rows[found]] = [rows[found], rows[rank]];
    const pivot = rows[rank++];
    const scale = inverse(pivot[column]);
    for (const row of rows.slice(rank)) {
      const factor = (row[column] * scale) % prime;
      if (factor === 0) continue;
      for (let i = column; i < row.length; i++)
        row[i] = (row[i] + (prime - factor) * pivot[i]) % prime;
    }
  }
  return rank;
}

describe('the matrix of a layer', () => {
  it('of a convolution with ones adds up its window', () => {
    const ones: Kernel = { data: new Float64Array(9).fill(1), outputs: 1, channels: 1, kernel: 3 };
    const rows = convolutionRows(shape, ones, { stride: 2, padding: 1 });
    expect(rows).toHaveLength(9);
    const sums = apply(
      rows,
      Float64Array.from({ length: 36 }, (_, i) => i),
    );
    expect(sums[0]).toBe(0 + 1 + 6 + 7);
    expect(sums[4]).toBe(9 * 14);
  });

  it('of space-to-depth and then a convolution is that of the larger strided one', () => {
    const after = kernelOf(3, 4, 3);
    const packed = { height: 3, width: 3, channels: 4 };
    const behind = convolutionRows(packed, after, { padding: 1 });
    const whole = afterPermutation(behind, sourceIndices(shape, { block: 2 }));
    const strided = convolutionRows(shape, toStrided(after, 2), { stride: 2, padding: 2 });
    expect(whole.map((row) => [...row])).toEqual(strided.map((row) => [...row]));
  });

  it('refuses other channels', () => {
    expect(() => convolutionRows(shape, kernelOf(1, 2, 3), {})).toThrow('2 channels');
  });
});

describe('what is left of the input', () => {
  const rank = (outputs: number, kernel: number) =>
    rowSpace(
      convolutionRows(shape, kernelOf(outputs, 1, kernel), { stride: 2, padding: kernel >> 1 }),
    ).rank;

  it('space-to-depth: everything', () => {
    const rows = Array.from(sourceIndices(shape, { block: 2 }), (from) =>
      Float64Array.from({ length: 36 }, (_, i) => Number(i === from)),
    );
    const space = rowSpace(rows);
    expect(space.rank).toBe(36);
    expect([...rebuild(space, picture(36))]).toEqual([...picture(36)]);
  });

  it('3x3 stride 2: as many numbers as it writes, until it has all', () => {
    expect([1, 2, 3, 4, 5].map((outputs) => rank(outputs, 3))).toEqual([9, 18, 27, 36, 36]);
  });

  it('3x3 stride 2 with four channels has full rank, reckoned without rounding', () => {
    // Floating point cannot settle it: some combinations are smaller than its rounding. Whole numbers modulo a prime can:
    // full rank there, for some weights, is full rank of almost all weights.
    const prime = 65_521;
    const next = random(5);
    const data = Float64Array.from({ length: 36 }, () => 1 + Math.floor((prime - 1) * next()));
    const large = { height: 16, width: 16, channels: 1 };
    const four: Kernel = { data, outputs: 4, channels: 1, kernel: 3 };
    const rows = convolutionRows(large, four, { stride: 2, padding: 1 });
    expect(rankModulo(rows, prime)).toBe(256);
  });

  it('1x1 stride 2: a quarter, however many channels it writes', () => {
    expect([1, 4, 16].map((outputs) => rank(outputs, 1))).toEqual([9, 9, 9]);
  });

  it('is the smallest picture with the same outputs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(),
        (outputs, k, seed) => {
          const rows = convolutionRows(shape, kernelOf(outputs, 1, k, seed), {
            stride: 2,
            padding: k >> 1,
          });
          const space = rowSpace(rows);
          expect(space.rank).toBeLessThanOrEqual(Math.min(rows.length, 36));
          const x = picture(36, seed);
          const rebuilt = rebuild(space, x);
          const [seen, again] = [apply(rows, x), apply(rows, rebuilt)];
          for (const [i, v] of seen.entries()) expect(again[i]).toBeCloseTo(v, 9);
          const error = x.map((v, i) => v - rebuilt[i]);
          // At right angles: any other picture with these outputs is longer.
          expect(error.reduce((sum, v, i) => sum + v * rebuilt[i], 0)).toBeCloseTo(0, 9);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('equal rows count once, empty rows never', () => {
    const row = Float64Array.of(1, 2, 3);
    const doubled = row.map((v) => 2 * v);
    expect(rowSpace([row, doubled, new Float64Array(3)]).rank).toBe(1);
  });
});
