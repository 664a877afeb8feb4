// A map that wraps around, frequency by frequency, against the whole of its matrix.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singularValues, wrappedCondition, wrappedValues } from '#lib/spd/index.ts';

/** All rows of a map that wraps around: those of the first position, moved by steps of `block` pixels. */
function whole(window: readonly Float64Array[], side: number, block: number, channels: number) {
  const rows: Float64Array[] = [];
  for (let down = 0; down < side; down += block)
    for (let across = 0; across < side; across += block)
      for (const row of window) {
        const moved = new Float64Array(row.length);
        row.forEach((weight, i) => {
          const [pixel, channel] = [Math.floor(i / channels), i % channels];
          const y = (Math.floor(pixel / side) + down) % side;
          const x = ((pixel % side) + across) % side;
          moved[(y * side + x) * channels + channel] = weight;
        });
        rows.push(moved);
      }
  return rows;
}

/** The window that reads single pixels of 4 x 4: one row for each list of [place, weight]. */
const reading = (...rows: [number, number][][]) =>
  rows.map((row) => {
    const weights = new Float64Array(16);
    for (const [place, weight] of row) weights[place] = weight;
    return weights;
  });

describe('the singular values of a map that wraps around', () => {
  it('are those of its whole matrix, for any window, step and number of channels', () => {
    fc.assert(
      fc.property(
        fc.constantFrom([4, 2, 1], [4, 2, 2], [6, 3, 1], [4, 1, 1], [6, 2, 1] as const),
        fc.integer({ min: 1, max: 3 }),
        fc.infiniteStream(fc.integer({ min: -3, max: 3 })),
        ([side, block, channels], outputs, weights) => {
          const window = Array.from({ length: outputs }, () =>
            Float64Array.from({ length: side * side * channels }, () => weights.next().value),
          );
          const found = [...wrappedValues(window, side, block, channels)];
          const rows = whole(window, side, block, channels);
          const expected = [...singularValues(rows)].slice(0, found.length);
          expect(found).toEqual(found.toSorted((a, b) => b - a));
          expected.forEach((value, i) => {
            expect(found[i]).toBeCloseTo(value, 5);
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are asked for of sides that can be cut into blocks', () => {
    expect(() => wrappedValues(reading([[0, 1]]), 4, 3)).toThrow(RangeError);
  });
});

describe('the condition of a halving that wraps around', () => {
  it('is 1 where numbers are only moved, or a part of them is kept as it is', () => {
    const spd = reading([[0, 1]], [[1, 1]], [[4, 1]], [[5, 1]]);
    const strided = reading([[0, 1]]);
    const tooMany = reading([[0, 1]], [[1, 1]], [[4, 1]], [[5, 1]], [[0, 0]]);
    for (const window of [spd, strided, tooMany])
      expect(wrappedCondition(window, { side: 4 })).toBeCloseTo(1, 9);
  });

  it('is the ratio of the largest to the least of those that could be kept', () => {
    // Two of four phases, one of them three times as loud.
    const window = reading([[0, 3]], [[5, 1]]);
    expect(wrappedCondition(window, { side: 4 })).toBeCloseTo(3, 9);
    // More is written than read: of six rows for four phases the fourth value decides.
    const loud = reading([[0, 2]], [[1, 1]], [[4, 1]], [[5, 1]], [[0, 0]], [[1, 0]]);
    expect(wrappedCondition(loud, { side: 4 })).toBeCloseTo(2, 9);
  });

  it('counts the channels among what is read', () => {
    const two = (place: number, weight: number) => {
      const row = new Float64Array(32);
      row[place] = weight;
      return row;
    };
    // Of eight phases five are written, the last at half the strength.
    const window = [0, 1, 2, 3].map((place) => two(place, 1)).concat([two(8, 0.5)]);
    expect(wrappedCondition(window, { side: 4, channels: 2 })).toBeCloseTo(2, 9);
  });

  it('is infinite where a frequency is deleted', () => {
    // A pixel less the one a block further: what is the same everywhere leaves nothing.
    expect(
      wrappedCondition(
        reading([
          [0, 1],
          [2, -1],
        ]),
        { side: 4 },
      ),
    ).toBe(Number.POSITIVE_INFINITY);
  });
});
