import { describe, expect, it } from 'vitest';
import {
  byVariant,
  commonMeasures,
  experimentsOf,
  runOf,
  summarise,
} from '#components/results/measured.ts';

const row = (variant: string, seed: number, AP: number) => ({
  variant,
  seed,
  AP,
  APsize: { '<8': AP / 2 },
  command: 'python -m strideless.train',
  commit: 'abc',
});

describe('measured results', () => {
  it('mean and spread over the seeds; none for a single one', () => {
    expect(summarise([19.8, 15.7])).toEqual({
      n: 2,
      mean: 17.75,
      deviation: expect.closeTo(2.899, 3),
    });
    expect(summarise([20])).toEqual({ n: 1, mean: 20, deviation: null });
    expect(() => summarise([])).toThrow('at least one');
  });

  it('a file of rows is an experiment for each condition', () => {
    const rows = [row('strided', 0, 19.8), row('strided', 1, 15.7), row('spd', 0, 20)];
    const [whole] = experimentsOf('aerial', { title: 'Aerial scenes', rows });
    expect(whole.title).toBe('Aerial scenes');
    expect([...byVariant(whole)].map(([name, runs]) => [name, runs.length])).toEqual([
      ['strided', 2],
      ['spd', 1],
    ]);
    expect(commonMeasures(whole)).toEqual(['AP', 'APsize.<8']);
    const split = experimentsOf('aerial', {
      rows: rows.map((each, i) => ({ ...each, condition: i < 2 ? 'sharp' : 'blurred' })),
    });
    const plans = experimentsOf('detectors', {
      group: ['plan', 'variant'],
      rows: rows.map((each, i) => ({ ...each, plan: i < 2 ? 'pico' : 'shipped' })),
    });
    expect(plans.map(({ title }) => title)).toEqual(['detectors: pico', 'detectors: shipped']);
    expect(split.map(({ title, runs }) => [title, runs.length])).toEqual([
      ['aerial: sharp', 2],
      ['aerial: blurred', 1],
    ]);
  });

  it('a card of shipped weights is a run', () => {
    const { variant, seed, measures } = runOf({
      architecture: 'yolov5p',
      seeds: { training: 3 },
      AP: 1,
      AP50: 2,
    })!;
    expect({ variant, seed, measures }).toEqual({
      variant: 'yolov5p',
      seed: 3,
      measures: { AP: 1, AP50: 2 },
    });
  });

  it('what measures nothing is left out, without an error', () => {
    for (const file of [{}, { rows: [] }, [], null, 7, { rows: [{ variant: 'x' }, 3, null] }])
      expect(experimentsOf('odd', file)).toEqual([]);
  });
});
