import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOf } from '#components/kit/marks.ts';
import { cellsNear, explain, type Reason } from '#lib/analysis/index.ts';
import { decode, EVALUATION, nonMaxSuppression, SHOWN, type Truth } from '#lib/detection/index.ts';
import { levelSaying, type Said } from './levels.ts';

const car = (x: number, y = 20, width = 8, height = 6): Truth => ({
  ...{ x, y, width, height },
  classIndex: 0,
});
const said = (x: number, classes: number[], rest: Partial<Said> = {}): Said => ({
  ...{ x, y: 20, width: 8, height: 6, classes },
  ...rest,
});
const why = (boxes: Said[], truths = [car(20)], threshold = 0.4) =>
  explain([levelSaying(boxes)], { truths, index: 0, threshold });

describe('why an object was found or missed', () => {
  it('found: a box of its class in its place is shown', () => {
    const { reason, best, taken } = why([said(20.5, [0.8, 0, 0])]);
    expect(reason.kind).toBe('found');
    expect(best?.score).toBeCloseTo(0.8, 4);
    // 7.5 x 6 of 8 x 6 + 8 x 6 - 7.5 x 6.
    expect(best?.overlap).toBeCloseTo(45 / 51, 4);
    expect(taken).toEqual(best);
    expect(best?.place).toEqual({ level: 0, row: 2, column: 3, anchor: 0 });
  });

  it('below: its best box stays under the threshold, though a surer one of another class does too', () => {
    const { reason, best, taken } = why([said(20, [0.21, 0.3, 0]), said(20.4, [0.1, 0, 0])]);
    expect(reason).toMatchObject({ kind: 'below', box: { classIndex: 0 } });
    expect(best?.score).toBeCloseTo(0.21, 4);
    expect(taken).toMatchObject({ classIndex: 1 });
  });

  it('class: the box is right, and its class is wrong', () => {
    const { reason } = why([said(20, [0.2, 0, 0.7])]);
    expect(reason).toMatchObject({ kind: 'class', box: { classIndex: 2 }, own: { classIndex: 0 } });
  });

  it('suppressed: by the box of its neighbour, or by one that finds nothing', () => {
    const truths = [car(20), car(25)];
    const by = why([said(21, [0.5, 0, 0]), said(24, [0.9, 0, 0])], truths).reason;
    expect(by).toMatchObject({
      kind: 'suppressed',
      neighbour: 1,
      by: { score: expect.closeTo(0.9) },
    });
    // 5 of 11 px in common.
    if (by.kind === 'suppressed') expect(by.between).toBeCloseTo(5 / 11, 3);
    const alone = why([said(20, [0.5, 0, 0]), said(22.8, [0.9, 0, 0])]).reason;
    expect(alone).toMatchObject({ kind: 'suppressed', neighbour: null });
  });

  it('claimed: the one box lies over two objects, and counts for the other', () => {
    const truths = [car(20), car(22)];
    expect(why([said(21.6, [0.9, 0, 0])], truths).reason).toMatchObject({
      kind: 'claimed',
      neighbour: 1,
    });
  });

  it('misplaced: a sure box overlaps it too little', () => {
    const { reason } = why([said(24, [0.9, 0, 0])]);
    expect(reason).toMatchObject({ kind: 'misplaced', box: { overlap: expect.closeTo(1 / 3, 3) } });
  });

  it('silent: nothing of its class is in its place', () => {
    expect(why([]).reason).toEqual({ kind: 'silent' });
    expect(why([said(44, [0.9, 0, 0])]).reason).toEqual({ kind: 'silent' });
  });

  it('always agrees with the marks that the lab draws', () => {
    const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    const place = fc.double({ min: 12, max: 40, noNaN: true });
    const boxes = fc.array(
      fc.record({
        ...{ x: place, y: fc.double({ min: 16, max: 26, noNaN: true }) },
        ...{ width: fc.constant(8), height: fc.constant(6) },
        classes: fc.tuple(share, share, share),
      }),
      { maxLength: 3 },
    );
    const objects = fc.array(fc.record({ x: place, classIndex: fc.nat({ max: 2 }) }), {
      minLength: 1,
      maxLength: 3,
    });
    const marked: Record<Reason['kind'], string> = {
      ...{ found: 'hit', class: 'class', below: 'miss', suppressed: 'miss' },
      ...{ claimed: 'miss', misplaced: 'miss', silent: 'miss' },
    };
    fc.assert(
      fc.property(
        boxes,
        objects,
        fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        (all, places, threshold) => {
          const level = levelSaying(all);
          const truths = places.map(({ x, classIndex }) => ({ ...car(x), classIndex }));
          const sure = decode([level], { classCount: 3, ...EVALUATION }).filter(
            ({ score }) => score >= threshold,
          );
          const marks = marksOf(nonMaxSuppression(sure, SHOWN), truths);
          truths.forEach((_, index) => {
            const { reason } = explain([level], { truths, index, threshold });
            expect(marked[reason.kind]).toBe(marks.find(({ truth }) => truth === index)?.kind);
          });
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });
});

describe('the cells around an object', () => {
  it('carry the score of the class of every anchor, and say which is best', () => {
    const level = levelSaying([said(20, [0.2, 0.7, 0]), said(20.4, [0.6, 0, 0])]);
    const cells = cellsNear(level, { x: 8, y: 7, width: 32, height: 32 }, 0);
    // Columns 1 to 4, rows 0 to 4, cut ones too.
    expect(cells).toHaveLength(4 * 5);
    const own = cells.find(({ row, column }) => row === 2 && column === 3)!;
    expect(own.anchor).toBe(1);
    expect(own.scores[0]).toBeCloseTo(0.2, 4);
    expect(own.scores[1]).toBeCloseTo(0.6, 4);
    const rest = cells.filter((cell) => cell !== own);
    expect(Math.max(...rest.flatMap(({ scores }) => scores))).toBeLessThan(1e-6);
  });
});
