import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Detection,
  decode,
  EVALUATION,
  intersectionOverUnion,
  levelsOf,
  matchDetections,
  nonMaxSuppression,
  SHOWN,
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

  it('gives every class of every anchor of every cell, by the formula', () => {
    const logits = fc.array(fc.float({ min: -6, max: 6, noNaN: true }), {
      minLength: 84,
      maxLength: 84,
    });
    const sigmoid = (t: number) => 1 / (1 + Math.exp(-t));
    fc.assert(
      fc.property(logits, fc.double({ min: 0, max: 0.6, noNaN: true }), (numbers, threshold) => {
        const one = { ...level(), data: Float32Array.from(numbers) };
        const expected: Detection[] = [];
        for (let at = 0; at < 84; at += 7) {
          const [x, y, w, h, objectness, ...classes] = one.data.slice(at, at + 7).map(sigmoid);
          const [column, row] = [Math.floor(at / 14) % 3, Math.floor(at / 42)];
          const [anchorWidth, anchorHeight] = anchors[(at / 7) % 2];
          const [width, height] = [4 * w * w * anchorWidth, 4 * h * h * anchorHeight];
          classes.forEach((p, classIndex) => {
            const middle = [(2 * x - 0.5 + column) * 8, (2 * y - 0.5 + row) * 8];
            const corner = { x: middle[0] - width / 2, y: middle[1] - height / 2 };
            expected.push({ ...corner, width, height, classIndex, score: objectness * p });
          });
        }
        const clear = expected.filter(({ score }) => Math.abs(score - threshold) > 1e-4);
        const found = decode([one], { classCount: 2, scoreThreshold: threshold }).filter(
          ({ score }) => Math.abs(score - threshold) > 1e-4,
        );
        const sure = clear.filter(({ score }) => score > threshold);
        expect(found.length).toBe(sure.length);
        found.forEach((detection, i) => {
          expect(detection.classIndex).toBe(sure[i].classIndex);
          for (const side of ['x', 'y', 'width', 'height', 'score'] as const)
            expect(detection[side]).toBeCloseTo(sure[i][side], 4);
        });
      }),
    );
  });

  it('gives no box whose score is only as high as the threshold', () => {
    const one = level();
    one.data.set([0, 0, 0, 0, 0, 0, -20], 0);
    expect(decode([one], { classCount: 2, scoreThreshold: 0.25 })).toEqual([]);
    expect(decode([one], { classCount: 2, scoreThreshold: 0.2499 })).toHaveLength(1);
    one.data[5] = 100;
    expect(decode([one], { classCount: 2, scoreThreshold: 0.5 })).toEqual([]);
  });

  it('finds the best class wherever it stands', () => {
    for (const best of [0, 1, 2]) {
      const data = new Float32Array(2 * 8).fill(-20);
      data.set([0, 0, 0, 0, 9, 2, 2, 2], 8);
      data[8 + 5 + best] = 3;
      const one = { data, height: 1, width: 1, stride: 8, anchors };
      const options = { classCount: 3, scoreThreshold: 0.1, bestClassOnly: true };
      expect(decode([one], options).map(({ classIndex }) => classIndex)).toEqual([best]);
    }
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

  it('counts less than a pixel, and is a number for boxes without a side', () => {
    expect(intersectionOverUnion(box(0, 1), box(9.5, 1))).toBeCloseTo(5 / 195, 12);
    const low = { x: 0, y: 9.5, width: 10, height: 10 };
    expect(intersectionOverUnion(box(0, 1), low)).toBeCloseTo(5 / 195, 12);
    const [flat, thin] = [
      { x: 0, y: 0, width: 10, height: 0 },
      { x: 0, y: 0, width: 0, height: 10 },
    ];
    for (const empty of [flat, thin]) {
      expect(intersectionOverUnion(empty, empty)).toBe(0);
      expect(intersectionOverUnion(empty, box(0, 1))).toBe(0);
    }
  });

  it('is the same both ways, and of boxes of whole numbers what counting their pixels gives', () => {
    const side = fc.integer({ min: 1, max: 8 });
    const place = fc.integer({ min: 0, max: 8 });
    const whole = fc.record({ x: place, y: place, width: side, height: side });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const pixels = (of: typeof a) =>
          Array.from({ length: of.width * of.height }, (_, i) =>
            String([of.x + (i % of.width), of.y + Math.floor(i / of.width)]),
          );
        const both = pixels(a).filter((pixel) => pixels(b).includes(pixel)).length;
        const either = new Set([...pixels(a), ...pixels(b)]).size;
        expect(intersectionOverUnion(a, b)).toBeCloseTo(both / either, 12);
        expect(intersectionOverUnion(b, a)).toBe(intersectionOverUnion(a, b));
      }),
    );
  });
});

describe('non-maximum suppression', () => {
  it('keeps the best of what overlaps, class by class', () => {
    const kept = nonMaxSuppression([box(1, 0.5), box(0, 0.9), box(0, 0.4, 1), box(30, 0.1)]);
    expect(kept).toEqual([box(0, 0.9), box(0, 0.4, 1), box(30, 0.1)]);
  });

  it('keeps both of two boxes that overlap by no more than is allowed', () => {
    const two = [box(0, 0.9), box(5, 0.8)];
    expect(nonMaxSuppression(two, { iouThreshold: 1 / 3 })).toEqual(two);
    expect(nonMaxSuppression(two, { iouThreshold: 0.333 })).toEqual(two.slice(0, 1));
    // Without a word the measuring threshold, 0.6: 62.5 % is too much, 53.8 % is not.
    expect(nonMaxSuppression([box(0, 0.9), box(2.3, 0.8)])).toHaveLength(1);
    expect(nonMaxSuppression([box(0, 0.9), box(3, 0.8)])).toHaveLength(2);
  });

  it('looks at the best candidates only, and keeps as many as are wanted', () => {
    const five = [0.1, 0.5, 0.3, 0.9, 0.7].map((score, i) => box(20 * i, score));
    const scores = (options: Parameters<typeof nonMaxSuppression>[1]) =>
      nonMaxSuppression(five, options).map(({ score }) => score);
    expect(scores({ candidates: 3 })).toEqual([0.9, 0.7, 0.5]);
    expect(scores({ most: 2 })).toEqual([0.9, 0.7]);
    const doubles = [box(0, 0.9), box(0, 0.8), box(40, 0.7)];
    expect(nonMaxSuppression(doubles, { candidates: 2 })).toEqual([box(0, 0.9)]);
    expect(nonMaxSuppression(doubles, { most: 2 })).toEqual([box(0, 0.9), box(40, 0.7)]);
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

it('a measurement suppresses as the training code does', () => {
  const python = readFileSync('training/strideless/decode.py', 'utf8');
  const told = (name: string) => Number(new RegExp(`${name}: \\w+ = ([\\d.]+)`).exec(python)?.[1]);
  expect(EVALUATION).toEqual({
    scoreThreshold: told('score_threshold'),
    iouThreshold: told('iou_threshold'),
    candidates: told('candidates'),
    most: told('most'),
  });
});

it('a reader is shown surer boxes, and fewer doubles, than a measurement takes', () => {
  expect(SHOWN.scoreThreshold).toBeGreaterThan(EVALUATION.scoreThreshold);
  expect(SHOWN.scoreThreshold).toBeLessThan(1);
  expect(SHOWN.iouThreshold).toBeLessThan(EVALUATION.iouThreshold);
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

  it('counts an overlap of exactly the limit', () => {
    const half = { x: 0, y: 0, width: 10, height: 5, classIndex: 0 };
    expect(matchDetections([box(0, 1)], [half]).truthOf).toEqual([0]);
    expect(matchDetections([box(0, 1)], [half], 0.501).truthOf).toEqual([-1]);
  });

  it('prefers the truth that a detection overlaps most, and spends it on the surer one', () => {
    const truths = [box(3, 1), box(0, 1), box(4, 1)];
    const found = matchDetections([box(0.5, 0.5), box(0, 0.9), box(3.4, 0.1)], truths, 0.3);
    expect(found.truthOf).toEqual([0, 1, 2]);
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
