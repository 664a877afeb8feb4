import { describe, expect, it } from 'vitest';
import { reasonOfAlarm, saidAt } from '#lib/analysis/index.ts';
import { levelSaying, type Said } from './levels.ts';

const box = (x: number, classIndex = 0, y = 20) => ({ x, y, width: 10, height: 8, classIndex });

describe('a box that hits nothing is false', () => {
  it('because a surer one has found the object', () => {
    expect(reasonOfAlarm(box(21), [box(50), box(20)])).toMatchObject({ kind: 'second', truth: 1 });
  });
  it('because another speaks of the object, and it has another class', () => {
    expect(reasonOfAlarm(box(21), [box(20, 1)])).toMatchObject({ kind: 'class', truth: 0 });
  });
  it('on two objects at once: the one of its class counts', () => {
    const truths = [box(20, 1), box(23, 0)];
    expect(reasonOfAlarm(box(21), truths)).toMatchObject({ kind: 'second', truth: 1 });
  });
  it('because it overlaps the object too little', () => {
    const reason = reasonOfAlarm(box(25), [box(20)]);
    expect(reason).toMatchObject({ kind: 'overlap', truth: 0 });
    expect('overlap' in reason && reason.overlap).toBeCloseTo(1 / 3, 9);
  });
  it('because nothing is there: the nearest is told, with the way to it', () => {
    const reason = reasonOfAlarm(box(20), [box(90), box(23, 0, 60)]);
    expect(reason).toEqual({ kind: 'nothing', truth: 1, overlap: 0, apart: Math.hypot(3, 40) });
  });
  it('in an empty picture as well', () => {
    expect(reasonOfAlarm(box(20), [])).toEqual({ kind: 'empty' });
  });
});

describe('what a detector said in a place', () => {
  const said = (x: number, ...classes: number[]): Said => ({ ...box(x), classes });
  const place = { ...box(20), score: 0.6 };
  const truths = [box(22, 0)];
  const at = (boxes: readonly Said[], threshold = 0.4) =>
    saidAt([levelSaying(boxes)], place, { truths, threshold });

  it('is the box that it shows there, and whether that finds an object', () => {
    const found = at([said(21, 0.7, 0.1, 0.1)]);
    expect(found).toMatchObject({ kind: 'same', hit: 0 });
    expect(found.kind === 'same' && found.box.score).toBeCloseTo(0.7, 3);
    const apart = saidAt([levelSaying([said(21, 0.7, 0.1, 0.1)])], place, {
      ...{ truths: [box(90)], threshold: 0.4 },
    });
    expect(apart).toMatchObject({ kind: 'same', hit: -1 });
  });
  it('is another class, with what it made of this one', () => {
    const other = at([said(21, 0.2, 0.9, 0.1)]);
    expect(other).toMatchObject({ kind: 'other', box: { classIndex: 1 }, own: { classIndex: 0 } });
  });
  it('is a box that stays below the line, or gives way to one beside it', () => {
    const below = at([said(21, 0.3, 0.1, 0.1)]);
    expect(below.kind).toBe('below');
    expect(below.kind === 'below' && below.box.score).toBeCloseTo(0.3, 3);
    // The surer one covers the faint one by more than 0.45, and the place by less than 0.5.
    const beside = at([said(22.5, 0.6, 0.1, 0.1), said(25.2, 0.9, 0.1, 0.1)]);
    expect(beside.kind).toBe('suppressed');
  });
  it('is nothing where no box of the class is, however faint', () => {
    expect(at([said(60, 0.9, 0.1, 0.1)]).kind).toBe('silent');
    expect(at([]).kind).toBe('silent');
  });
});
