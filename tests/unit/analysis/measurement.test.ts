import { describe, expect, it } from 'vitest';
import { intervalOf, MEASURES, Measurement } from '#lib/analysis/index.ts';
import { averagePrecision, type ImageResult, PrecisionTable } from '#lib/detection/index.ts';
import { integer, random } from '#lib/random/index.ts';

/** A scene with three things, of which a model finds each with a probability. */
function scene(seed: number, skill: number, luck = seed): ImageResult {
  const place = random(seed, 1);
  const next = random(luck, 2);
  const truths = Array.from({ length: 3 }, (_, i) => ({
    classIndex: integer(place, 0, 1),
    ...{ x: 30 * i, y: 10 * place(), width: 6 + 12 * place(), height: 6 },
  }));
  const detections = truths.flatMap((truth) => {
    const box = { ...truth, x: truth.x + 2 * next(), score: next() };
    return next() < skill ? [box] : [{ ...box, y: 90 }];
  });
  return { truths, detections };
}

const scenes = Array.from({ length: 40 }, (_, i) => i);
const good = scenes.map((seed) => scene(seed, 0.9));
const poor = scenes.map((seed) => scene(seed, 0.3, seed + 500));

function measured(...models: ImageResult[][]): Measurement {
  const measurement = new Measurement(models.length);
  for (const i of scenes) measurement.add(models.map((results) => results[i]));
  const next = random(7);
  for (let i = 0; i < 200; i++) measurement.resample(next);
  return measurement;
}

describe('a table of judged pictures', () => {
  it('taken with weights is the average precision of the pictures, each as often as its weight', () => {
    const table = new PrecisionTable();
    for (const image of good) table.add(image);
    const weights = good.map((_, i) => (i * 7) % 4);
    const repeated = good.flatMap((image, i) => Array.from({ length: weights[i] }, () => image));
    const [ours, theirs] = [table.precision(weights), averagePrecision(repeated)];
    expect(ours.AP).toBeCloseTo(theirs.AP!, 9);
    expect(ours.AP50).toBeCloseTo(theirs.AP50!, 9);
    for (const [name, value] of Object.entries(theirs.APsize))
      expect(ours.APsize[name]).toBeCloseTo(value!, 9);
  });

  it('can be asked between two pictures', () => {
    const table = new PrecisionTable();
    good.forEach((image, i) => {
      table.add(image);
      if (i % 13 === 0) expect(table.precision()).toEqual(averagePrecision(good.slice(0, i + 1)));
    });
  });

  it('has a curve whose mean is AP50, and which never rises', () => {
    const table = new PrecisionTable();
    for (const image of good) table.add(image);
    const curve = table.curve();
    expect(curve).toHaveLength(101);
    expect((100 * curve.reduce((sum, each) => sum + each, 0)) / 101).toBeCloseTo(
      table.precision().AP50!,
      9,
    );
    expect(curve.every((value, i) => i === 0 || value <= curve[i - 1] + 1e-12)).toBe(true);
  });
});

describe('a measurement', () => {
  it('has intervals around its scores, which are those of the pictures', () => {
    const measurement = measured(good, poor);
    const [scores] = measurement.scores();
    expect(scores[0]).toBe(averagePrecision(good).AP);
    const [intervals] = measurement.intervals();
    expect(intervals).toHaveLength(MEASURES.length);
    expect(intervals[0]!.low).toBeLessThan(scores[0]!);
    expect(intervals[0]!.high).toBeGreaterThan(scores[0]!);
  });

  it('tells a large difference from noise, the better model first', () => {
    const [difference] = measured(poor, good).differences();
    expect(difference).toMatchObject({ of: 1, against: 0, noise: false });
    expect(difference.value).toBeGreaterThan(difference.interval.low);
    expect(difference.scenes).toBeLessThan(scenes.length);
  });

  it('calls two equally good models equal; a model differs from itself by nothing, in every resample', () => {
    const like = scenes.map((seed) => scene(seed, 0.9, seed + 1000));
    const [difference] = measured(good, like).differences();
    expect(difference.noise).toBe(true);
    expect(difference.scenes).toBeGreaterThan(scenes.length);
    const [same] = measured(good, good).differences();
    expect(same).toMatchObject({ value: 0, interval: { low: 0, high: 0 }, noise: true });
  });

  it('forgets its resamples when a scene comes to it', () => {
    const measurement = measured(good, poor);
    measurement.add([good[0], poor[0]]);
    expect(measurement.differences()).toEqual([]);
    expect(measurement.intervals()[0][0]).toBeNull();
  });
});

describe('an interval', () => {
  it('leaves a fortieth of the numbers out at each end', () => {
    const numbers = Array.from({ length: 401 }, (_, i) => 400 - i);
    expect(intervalOf(numbers)).toEqual({ low: 10, high: 390 });
    expect(intervalOf([3])).toBeNull();
  });
});
