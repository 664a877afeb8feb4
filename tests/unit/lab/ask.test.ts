import { describe, expect, it } from 'vitest';
import { marksOf } from '#components/kit/marks.ts';
import { differences, objectAt, verdictOn } from '#components/lab/ask.ts';

const truth = (x: number, classIndex = 0) => ({ x, y: 10, width: 8, height: 4, classIndex });
const found = (x: number, classIndex = 0) => ({ ...truth(x, classIndex), score: 0.8 });
const truths = [truth(10), truth(40, 1), truth(70)];

describe('the object that a place means', () => {
  it('is the one under it, or near it', () => {
    expect(objectAt(truths, { x: 44, y: 12 })).toBe(1);
    expect(objectAt(truths, { x: 8, y: 16 })).toBe(0);
  });
  it('is none where the ground is empty', () => {
    expect(objectAt(truths, { x: 28, y: 12 })).toBeNull();
    expect(objectAt(truths, { x: 44, y: 30 })).toBeNull();
  });
  it('is the nearest of two that touch, whichever is listed first', () => {
    const touching = [truth(10), truth(18)];
    expect(objectAt(touching, { x: 20, y: 12 })).toBe(1);
    expect(objectAt(touching.toReversed(), { x: 20, y: 12 })).toBe(0);
  });
});

describe('what differs', () => {
  const one = { name: 'a', marks: marksOf([found(10), found(40, 0)], truths) };
  const other = { name: 'b', marks: marksOf([found(10), found(40, 1)], truths) };
  it('is found by one and not by another; a wrong class is not found', () => {
    expect(differences(truths, [one, other])).toEqual([1]);
    expect(verdictOn(1, one.marks)?.kind).toBe('class');
    expect(verdictOn(2, one.marks)?.kind).toBe('miss');
  });
  it('is nothing where both agree, also on what both miss', () => {
    expect(differences(truths, [one, one])).toEqual([]);
  });
});
