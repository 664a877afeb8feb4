import { expect, it } from 'vitest';
import { marksOf, tally } from '#components/kit/marks.ts';

const box = (x: number, classIndex: number) => ({ x, y: 0, width: 8, height: 8, classIndex });
const found = (x: number, classIndex: number, score: number) => ({ ...box(x, classIndex), score });
const kinds = (...[detections, truths]: Parameters<typeof marksOf>) =>
  marksOf(detections, truths).map(({ kind, x, classIndex }) => `${kind} ${x} ${classIndex}`);

it('a box in the right place with the wrong class is neither a false alarm nor beside a miss', () => {
  const truths = [box(0, 1), box(20, 2), box(40, 3)];
  const detections = [found(0, 1, 0.9), found(21, 4, 0.8), found(60, 0, 0.7)];
  expect(kinds(detections, truths)).toEqual(['hit 0 1', 'class 21 4', 'false 60 0', 'miss 40 3']);
  expect(tally(marksOf(detections, truths))).toEqual({
    hit: 1,
    class: 1,
    false: 1,
    miss: 1,
    found: 0,
  });
});

it('an object that was found is not also taken for another', () => {
  const detections = [found(0, 2, 0.9), found(0, 1, 0.5)];
  expect(kinds(detections, [box(0, 1)])).toEqual(['hit 0 1', 'false 0 2']);
});

it('two wrong classes at one object: the surer one is the mistake, the other a false alarm', () => {
  const detections = [found(0, 3, 0.5), found(0, 2, 0.9)];
  expect(kinds(detections, [box(0, 1)])).toEqual(['false 0 3', 'class 0 2']);
});

it('without truths every box is just found', () => {
  expect(kinds([found(3, 1, 0.4)], null)).toEqual(['found 3 1']);
});
