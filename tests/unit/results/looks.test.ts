// A look of a detector at one object: what is said of it, and what is shown.
import { describe, expect, it } from 'vitest';
import { DETECTORS, isRedCar, type Judged, looksOf, shownOf } from '#commands/red-car.ts';
import { redCar, sceneOf } from '#components/kit/red-car.ts';
import { cropOf } from '#components/results/looks.ts';
import { type Look, outcomeOf, type SeenBox } from '#lib/detection/index.ts';
import { generateScene, loneObject } from '#lib/scenes/index.ts';

const box = (score: number, x = 10, of = 'car'): SeenBox => ({
  box: [x, 10, 4, 4],
  score,
  class: of,
});
const truth: SeenBox['box'] = [10, 10, 4, 4];

describe('what came of an object', () => {
  it.each<[string, Look, string, number | undefined]>([
    ['a box that fits', { best: box(0.6), others: [] }, 'found', 0.6],
    ['one that fits, below the threshold', { best: box(0.1), others: [] }, 'doubted', 0.1],
    ['none', { best: null, others: [] }, 'missed', undefined],
    ['one that is out of place', { best: null, others: [box(0.5, 13)] }, 'misplaced', 0.5],
    ['one of another class', { best: box(0.1), others: [box(0.7, 10, 'bus')] }, 'misplaced', 0.7],
    ['one of something else', { best: null, others: [box(0.5, 40)] }, 'missed', undefined],
  ])('%s', (_, look, outcome, score) => {
    expect(outcomeOf(look, truth, 0.25)).toMatchObject({ outcome, ...(score && { score }) });
  });

  it('is drawn by one box, of all that lie on it, whether one fits or none', () => {
    const [near, nearer] = [box(0.4, 13), box(0.5, 12.5)];
    const fits = outcomeOf({ best: box(0.3), others: [near, nearer] }, truth, 0.25);
    expect([fits.outcome, fits.box]).toEqual(['found', box(0.3)]);
    const none = outcomeOf({ best: null, others: [near, nearer] }, truth, 0.25);
    expect([none.outcome, none.box]).toEqual(['misplaced', nearer]);
  });

  it('is shown with its surroundings, within the picture', () => {
    expect(cropOf([10, 50, 4, 4], 64, 20)).toEqual({ x: 2, y: 46, width: 20, height: 13 });
    expect(cropOf([0, 62, 2, 2], 64, 20)).toEqual({ x: 0, y: 51, width: 20, height: 13 });
  });
});

describe('the red cars', () => {
  const { seed, views, cars, threshold, detectors } = redCar;

  it('are red, alone and whole, and the one that is shown is drawn as it was judged', () => {
    expect(isRedCar(generateScene(loneObject(seed)))).toBe(true);
    const grey = generateScene({ ...loneObject(seed), contrast: 0 });
    expect(isRedCar(grey)).toBe(false);
    for (const { side, truth: there } of views) {
      const { x, y } = sceneOf(side).objects[0];
      expect([x, y]).toEqual([expect.closeTo(there[0], 1), expect.closeTo(there[1], 1)]);
    }
  });

  it('each is found, misplaced or missed, and so is the one that is shown', () => {
    expect(detectors).toEqual([...DETECTORS]);
    for (const { counts } of views)
      for (const { found, misplaced, missed } of counts)
        expect(found + misplaced + missed).toBe(cars);
    const said = views.map(({ looks, truth: there }) =>
      looks.map((look) => outcomeOf(look, there, threshold).outcome),
    );
    expect(said.map(([strided]) => strided)).toEqual([
      'found',
      'found',
      expect.stringMatching(/^(missed|doubted)$/),
    ]);
    expect(said.map(([, spd]) => spd)).toEqual(['found', 'found', 'found']);
  });

  it('what the chapter says of them: none lost at 8 pixels; at 4 most of the others are misplaced', () => {
    const [eight, , four] = views.map(({ counts }) => counts);
    expect(eight.every(({ found }) => found === cars)).toBe(true);
    for (const { misplaced, missed } of four) expect(misplaced).toBeGreaterThan(missed);
    const [strided, spd, wide] = four.map(({ found }) => found);
    expect(spd).toBeGreaterThan(wide);
    expect(wide).toBeGreaterThan(strided);
  });

  it('come out of the shipped weights again', { timeout: 60_000 }, async () => {
    for (const [d, name] of DETECTORS.entries()) {
      const [{ look }] = await looksOf(name, [seed], 64);
      const recorded = views[2].looks[d];
      expect(look.best === null).toBe(recorded.best === null);
      if (look.best && recorded.best) expect(look.best.score).toBeCloseTo(recorded.best.score, 3);
    }
  });

  it('the shown one is that of which SPD-Conv is surest, of those that the strided misses at last', () => {
    const judged = (outcome: Judged['outcome'], score: number): Judged => ({
      outcome,
      look: { best: box(score), others: [] },
    });
    const found = [judged('found', 1), judged('found', 1), judged('found', 1)];
    const strided = [found, found, [judged('missed', 0), judged('found', 1), judged('missed', 0)]];
    const spd = [found, found, [judged('found', 0.5), judged('found', 0.9), judged('found', 0.6)]];
    expect(shownOf([strided, spd])).toBe(2);
  });
});
