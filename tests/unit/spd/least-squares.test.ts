import { describe, expect, it } from 'vitest';
import { normal, random } from '#lib/random/index.ts';
import {
  apply,
  type Border,
  composed,
  convolutionRows,
  type Kernel,
  leastSquares,
  type Rows,
  singularValues,
  wrappedValues,
} from '#lib/spd/index.ts';

function drawn(seed: number, outputs: number, channels: number, kernel: number): Kernel {
  const next = random(seed);
  const data = Float64Array.from({ length: outputs * channels * kernel ** 2 }, () => normal(next));
  return { data, outputs, channels, kernel };
}

const grey = (side: number) => ({ height: side, width: side, channels: 1 });

function halving(side: number, kernel: Kernel, border: Border): Rows {
  return convolutionRows(grey(side), kernel, {
    stride: 2,
    padding: (kernel.kernel - 1) >> 1,
    border,
  });
}

describe('singular values', () => {
  it('of a matrix that can be checked by hand', () => {
    const rows = [Float64Array.of(3, 0), Float64Array.of(4, 5)];
    const [first, second] = singularValues(rows);
    expect(first).toBeCloseTo(Math.sqrt(45), 12);
    expect(second).toBeCloseTo(Math.sqrt(5), 12);
  });

  it('are as many as the smaller side, whichever that is, and their squares sum to the matrix’s', () => {
    const rows = halving(6, drawn(3, 2, 1, 3), 'zeros');
    const values = singularValues(rows);
    expect(values).toHaveLength(18);
    const sum = (all: Iterable<number>) => [...all].reduce((total, v) => total + v * v, 0);
    expect(sum(values)).toBeCloseTo(
      rows.reduce((total, row) => total + sum(row), 0),
      9,
    );
  });
});

describe('a picture that wraps around', () => {
  it.each([
    [2, 4],
    [3, 4],
    [4, 2],
    [6, 5],
  ])(
    'has the same singular values by frequency as by pixel, kernel %i, %i channels',
    (kernel, outputs) => {
      const rows = halving(8, drawn(kernel, outputs, 1, kernel), 'wrap');
      const dense = singularValues(rows);
      const values = wrappedValues(rows.slice(0, outputs), 8).slice(0, dense.length);
      dense.forEach((value, i) => {
        expect(values[i]).toBeCloseTo(value, 9);
      });
    },
  );

  it('adds where a window meets a pixel twice', () => {
    const kernel = { ...drawn(1, 1, 1, 3), data: new Float64Array(9).fill(1) };
    const [row] = convolutionRows(grey(2), kernel, { stride: 2, padding: 1, border: 'wrap' });
    expect([...row]).toEqual([1, 2, 2, 4]);
  });
});

describe('least squares', () => {
  const maps: [string, Rows][] = [
    ['fewer outputs than pixels', halving(8, drawn(5, 2, 1, 3), 'zeros')],
    ['as many', halving(8, drawn(6, 4, 1, 3), 'zeros')],
    ['as many, wrapped around', halving(8, drawn(6, 4, 1, 4), 'wrap')],
    ['more', halving(8, drawn(7, 6, 1, 2), 'zeros')],
    ['many that repeat each other', halving(8, drawn(8, 6, 1, 1), 'zeros')],
    [
      'two maps, one behind the other',
      composed(halving(4, drawn(9, 2, 1, 2), 'wrap'), halving(8, drawn(2, 1, 1, 2), 'wrap')),
    ],
  ];

  it.each(maps)('%s: extremes as the singular values say', (_, rows) => {
    const { space, largest, smallest, condition } = leastSquares(rows);
    const values = singularValues(rows);
    expect(largest / values[0]).toBeCloseTo(1, 6);
    expect(smallest / values[space.rank - 1]).toBeCloseTo(1, 6);
    expect(condition).toBe(largest / smallest);
  });

  it.each(maps)(
    '%s: the answer has the same outputs, and nothing that they don’t tell',
    (_, rows) => {
      const { space, solve } = leastSquares(rows);
      const next = random(11);
      const x = Float64Array.from(rows[0], () => normal(next));
      const y = apply(rows, x);
      const again = solve(y);
      apply(rows, again).forEach((v, i) => {
        expect(v).toBeCloseTo(y[i], 7);
      });
      const inside = apply(space.basis, again);
      const length = (v: Float64Array) => v.reduce((sum, part) => sum + part * part, 0);
      expect(length(inside)).toBeCloseTo(length(again), 7);
    },
  );
});
