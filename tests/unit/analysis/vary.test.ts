import { describe, expect, it } from 'vitest';
import { answerTo, lossSize, spreadOf } from '#lib/analysis/index.ts';

const truth = { classIndex: 0, x: 10, y: 10, width: 10, height: 6 };

describe('what a detector says of an object', () => {
  it('is the surest box of its class in its place, and how far off that is', () => {
    const boxes = [
      { ...truth, x: 11, score: 0.4 },
      { ...truth, x: 13, y: 11, score: 0.2 },
      { ...truth, classIndex: 1, score: 0.9 },
      { ...truth, x: 17, score: 0.8 },
    ];
    expect(answerTo(boxes, truth)).toEqual({ score: 0.4, error: 1 });
    expect(answerTo(boxes.slice(2), truth)).toEqual({ score: 0, error: null });
  });
});

describe('the size below which an object is lost', () => {
  const sizes = [4, 6, 8, 10];
  it('lies where the score crosses the threshold', () => {
    expect(lossSize(sizes, [0.1, 0.3, 0.5, 0.9], 0.4)).toBeCloseTo(7, 9);
  });
  it('is the last crossing: below it the object does not come back', () => {
    expect(lossSize(sizes, [0, 0.8, 0.2, 0.9], 0.4)).toBeCloseTo(5, 9);
  });
  it('is nought where the smallest is found, and none where none is', () => {
    expect(lossSize(sizes, [0.5, 0.1, 0.1, 0.1], 0.4)).toBe(0);
    expect(lossSize(sizes, [0.1, 0.1, 0.1, 0.1], 0.4)).toBeNull();
  });
});

describe('a spread', () => {
  it('leaves a tenth out at each end', () => {
    const numbers = Array.from({ length: 11 }, (_, i) => (i * 7) % 11);
    expect(spreadOf(numbers)).toEqual({ low: 1, middle: 5, high: 9 });
    expect(spreadOf([2])).toEqual({ low: 2, middle: 2, high: 2 });
    expect(() => spreadOf([])).toThrow(RangeError);
  });
});
