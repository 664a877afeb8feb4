import { expect, it } from 'vitest';
import { answerAt, decode, objectnessMap, placesByObjectness } from '#lib/detection/index.ts';
import { random } from '#lib/random/index.ts';

const next = random(11);
const anchors = [
  [6, 4],
  [4, 9],
] as const;
/** Two levels, two anchors, three classes. */
const levels = [
  { height: 3, width: 4, stride: 8, anchors },
  { height: 2, width: 2, stride: 16, anchors },
].map((level) => ({
  ...level,
  data: Float32Array.from({ length: level.height * level.width * 16 }, () => 6 * next() - 3),
}));

it('every place says what decode says of it', () => {
  const all = decode(levels, { classCount: 3, scoreThreshold: 0 });
  const places = placesByObjectness(levels);
  expect(places.length).toBe(2 * (12 + 4));
  for (const place of places) {
    const { box, objectness, classes, logits } = answerAt(levels, place);
    expect(logits.length).toBe(8);
    const { width } = levels[place.level];
    const map = objectnessMap(levels[place.level], place.anchor);
    expect(map[place.row * width + place.column]).toBeCloseTo(objectness, 6);
    classes.forEach((p, classIndex) => {
      const said = all.find(
        (one) => one.classIndex === classIndex && Math.abs(one.x - box.x) < 1e-9,
      );
      expect(said).toMatchObject(box);
      expect(said?.score).toBeCloseTo(objectness * p, 9);
    });
  }
});

it('puts the surest place first', () => {
  const sure = placesByObjectness(levels).map((place) => answerAt(levels, place).objectness);
  expect(sure).toEqual([...sure].sort((a, b) => b - a));
});
