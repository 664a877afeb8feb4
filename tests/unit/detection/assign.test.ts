import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assign,
  type Detection,
  nonMaxSuppression,
  suppressionVerdicts,
} from '#lib/detection/index.ts';

const level = (stride: number, anchors: [number, number][]) => ({
  stride,
  anchors,
  height: 128 / stride,
  width: 128 / stride,
});
const levels = [
  level(8, [
    [6, 4],
    [4, 6],
    [8, 8],
  ]),
  level(16, [
    [13, 7],
    [7, 13],
    [13, 13],
  ]),
  level(32, [
    [22, 13],
    [13, 22],
    [24, 24],
  ]),
];

interface Row {
  object: [number, number, number, number];
  levels: [number, number, number][][];
}
const fixture = JSON.parse(readFileSync('tests/fixtures/assignment.json', 'utf8')) as Row[];

const boxAround = ([x, y, width, height]: Row['object']) => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

describe('assign', () => {
  it.each(fixture)('asks the anchors and cells that the loss asks: $object', (row) => {
    levels.forEach((one, i) => {
      const { fits, cells } = assign(boxAround(row.object), one);
      const answers = cells.flatMap((cell) =>
        fits.flatMap(({ fits: yes }, anchor) => (yes ? [[anchor, cell.row, cell.column]] : [])),
      );
      expect(answers.map(String).sort()).toEqual(row.levels[i].map(String).sort());
    });
  });

  it('asks nobody when every anchor differs by a factor of 4', () => {
    const { fits, cells } = assign({ x: 50, y: 50, width: 60, height: 3 }, levels[0]);
    expect(fits.map(({ factor }) => factor)).toEqual([10, 15, 7.5]);
    expect(cells).toEqual([]);
  });

  it('tells the cell of the centre from the neighbours, and stays within the picture', () => {
    const at = (x: number, y: number) =>
      assign({ x: x - 3, y: y - 2, width: 6, height: 4 }, levels[0]).cells;
    // In the upper left half of cell (6, 5): the cells on the left and above answer too.
    expect(at(42, 50)).toEqual([
      { row: 6, column: 5, own: true },
      { row: 6, column: 4, own: false },
      { row: 5, column: 5, own: false },
    ]);
    expect(at(46, 54)).toEqual([
      { row: 6, column: 5, own: true },
      { row: 6, column: 6, own: false },
      { row: 7, column: 5, own: false },
    ]);
    expect(at(128, 128)[0]).toEqual({ row: 15, column: 15, own: true });
    expect(at(1, 1)).toEqual([{ row: 0, column: 0, own: true }]);
  });

  it('a factor of exactly the limit does not fit', () => {
    const object = { x: 40, y: 40, width: 24, height: 16 };
    expect(assign(object, levels[0]).fits[0]).toEqual({ factor: 4, fits: false });
    expect(assign(object, levels[0], 4.001).fits[0]).toEqual({ factor: 4, fits: true });
    expect(assign({ ...object, width: 1.5, height: 4 }, levels[0]).fits[0].factor).toBe(4);
  });
});

describe('suppressionVerdicts', () => {
  const detections = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 40 }),
      y: fc.integer({ min: 0, max: 40 }),
      width: fc.integer({ min: 4, max: 30 }),
      height: fc.integer({ min: 4, max: 30 }),
      classIndex: fc.integer({ min: 0, max: 1 }),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 25 },
  );

  it('says by how much each overlaps the box it gives way to, or nearly gave way to', () => {
    const at = (x: number, score: number) => {
      return { x, y: 0, width: 10, height: 10, classIndex: 0, score };
    };
    const verdicts = suppressionVerdicts([at(20, 0.7), at(5, 0.8), at(0, 0.9), at(0, 0.1)], 1 / 3);
    // 50 of 150 pixels: no more than is allowed.
    expect(verdicts.map(({ detection, by, overlap }) => [detection.x, by, overlap])).toEqual([
      [0, undefined, 0],
      [5, undefined, 1 / 3],
      [20, undefined, 0],
      [0, 0, 1],
    ]);
  });

  it('keeps what the suppression keeps, and names a better box that stays for every other', () => {
    fc.assert(
      fc.property(detections, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (all, limit) => {
        const verdicts = suppressionVerdicts(all, limit);
        const kept = verdicts.filter(({ by }) => by === undefined).map((v) => v.detection);
        expect(kept).toEqual(nonMaxSuppression(all as Detection[], { iouThreshold: limit }));
        for (const { by, overlap, detection } of verdicts) {
          expect(overlap > limit).toBe(by !== undefined);
          if (by === undefined) continue;
          expect(verdicts[by].by).toBeUndefined();
          expect(verdicts[by].detection.score).toBeGreaterThanOrEqual(detection.score);
        }
      }),
    );
  });
});
