import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Detection,
  decode,
  intersectionOverUnion,
  levelsOf,
  matchDetections,
  nonMaxSuppression,
} from '#lib/detection/index.ts';

const box = (x: number, score: number, classIndex = 0): Detection => ({
  x,
  y: 0,
  width: 10,
  height: 10,
  classIndex,
  score,
});

const boxes = fc.array(
  fc.record({
    x: fc.double({ min: 0, max: 60, noNaN: true }),
    y: fc.double({ min: 0, max: 60, noNaN: true }),
    width: fc.double({ min: 1, max: 30, noNaN: true }),
    height: fc.double({ min: 1, max: 30, noNaN: true }),
    classIndex: fc.integer({ min: 0, max: 2 }),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 30 },
);

describe('decode', () => {
  const anchors = [
    [4, 6],
    [10, 8],
  ] as const;
  /** One level of 2 x 3 cells, stride 8, 2 anchors, 2 classes: all logits very negative. */
  const level = () => ({
    data: new Float32Array(2 * 3 * 2 * 7).fill(-20),
    height: 2,
    width: 3,
    stride: 8,
    anchors,
  });

  it('puts a box of logits 0 in the middle of its cell, as large as its anchor', () => {
    const one = level();
    const at = ((1 * 3 + 2) * 2 + 1) * 7;
    one.data.set([0, 0, 0, 0, 20, -20, 20], at);
    const [found, ...others] = decode([one], { classCount: 2, scoreThreshold: 0.5 });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      x: 2.5 * 8 - 5,
      y: 1.5 * 8 - 4,
      width: 10,
      height: 8,
      classIndex: 1,
    });
    expect(found.score).toBeCloseTo(1, 6);
  });

  it('reaches half a cell beyond the cell, and to four times the anchor', () => {
    const one = level();
    one.data.set([30, -30, 30, -30, 20, 20, -20], 0);
    const [found] = decode([one], { classCount: 2, scoreThreshold: 0.5 });
    expect(found.x + found.width / 2).toBeCloseTo(1.5 * 8, 6);
    expect(found.y + found.height / 2).toBeCloseTo(-0.5 * 8, 6);
    expect(found.width).toBeCloseTo(16, 6);
    expect(found.height).toBeCloseTo(0, 6);
  });

  it('multiplies objectness and class', () => {
    const one = level();
    one.data.set([0, 0, 0, 0, 0, Math.log(3), -20], 0);
    expect(decode([one], { classCount: 2, scoreThreshold: 0.3 })[0].score).toBeCloseTo(0.375, 6);
    expect(decode([one], { classCount: 2, scoreThreshold: 0.38 })).toEqual([]);
  });

  it('refuses a level whose numbers do not fill its shape', () => {
    const short = { ...level(), data: new Float32Array(83) };
    expect(() => decode([short], { classCount: 2, scoreThreshold: 0.5 })).toThrow(
      /84 numbers, not 83/,
    );
  });

  it('gives the best class only where that is asked for', () => {
    const one = level();
    // Cell (1, 2), anchor 1: objectness and both classes.
    one.data.set([0, 0, 0, 0, 9, 3, 5], ((1 * 3 + 2) * 2 + 1) * 7);
    const options = { classCount: 2, scoreThreshold: 0.1 };
    expect(decode([one], options).map(({ classIndex }) => classIndex)).toEqual([0, 1]);
    const best = decode([one], { ...options, bestClassOnly: true });
    expect(best).toEqual([decode([one], options)[1]]);
  });

  it('takes the levels from the outputs of a model', () => {
    const { data, height, width, stride } = level();
    const output = { data, shape: [1, height, width, 14] };
    expect(levelsOf([output], [{ stride, anchors }])).toEqual([level()]);
  });
});

describe('intersection over union', () => {
  it('is 1 for a box with itself, 1/3 for half a shift, 0 apart', () => {
    expect(intersectionOverUnion(box(0, 1), box(0, 1))).toBe(1);
    expect(intersectionOverUnion(box(0, 1), box(5, 1))).toBeCloseTo(1 / 3, 12);
    expect(intersectionOverUnion(box(0, 1), box(10, 1))).toBe(0);
  });
});

describe('non-maximum suppression', () => {
  it('keeps the best of what overlaps, class by class', () => {
    const kept = nonMaxSuppression([box(1, 0.5), box(0, 0.9), box(0, 0.4, 1), box(30, 0.1)]);
    expect(kept).toEqual([box(0, 0.9), box(0, 0.4, 1), box(30, 0.1)]);
  });

  it('leaves no two boxes of a class that overlap more than allowed, and drops none without a better one', () => {
    fc.assert(
      fc.property(boxes, (given) => {
        const kept = nonMaxSuppression(given, { iouThreshold: 0.4 });
        const covers = (a: Detection, b: Detection) =>
          a !== b && a.classIndex === b.classIndex && intersectionOverUnion(a, b) > 0.4;
        for (const a of kept) expect(kept.some((b) => covers(b, a))).toBe(false);
        for (const a of given) {
          expect(kept.includes(a) || kept.some((b) => b.score >= a.score && covers(b, a))).toBe(
            true,
          );
        }
      }),
    );
  });
});

describe('matching', () => {
  it('gives each truth to the best-scored detection that overlaps it enough', () => {
    const truths = [box(0, 1), box(40, 1)];
    const { truthOf } = matchDetections(
      [box(1, 0.5), box(0.5, 0.9), box(44, 0.8), box(0, 0.7, 1)],
      truths,
    );
    expect(truthOf).toEqual([-1, 0, -1, -1]);
  });

  it('never gives a truth twice', () => {
    fc.assert(
      fc.property(boxes, boxes, (detections, truths) => {
        const given = matchDetections(detections, truths, 0.3).truthOf.filter((i) => i >= 0);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });
});
