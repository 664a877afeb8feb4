import { describe, expect, it } from 'vitest';
import {
  differencesOf,
  measured,
  spoken,
  statisticOf,
  summariesOf,
} from '#components/kit/measured.ts';
import { clusters, dodge } from '#components/results/dodge.ts';
import type { MeasuredFile } from '#lib/results/index.ts';

const row = (plan: string, variant: string, seed: number, AP: number) => ({
  plan,
  variant,
  seed,
  AP,
});
const file: MeasuredFile = {
  experiment: 'example',
  title: 'Example',
  about: 'made up',
  command: 'none',
  baseline: 'strided',
  key: ['plan', 'variant', 'seed'],
  group: ['plan', 'variant'],
  fields: { AP: 'average precision' },
  rows: [
    row('long', 'spd', 0, 30),
    row('short', 'spd', 0, 20),
    row('short', 'spd', 1, 24),
    row('short', 'strided', 0, 18),
    row('short', 'strided', 1, 16),
    row('short', 'wide', 0, 25),
  ],
};

describe('measured results', () => {
  it('are summarised under the conditions asked for, the best first', () => {
    const found = summariesOf(file, { plan: 'short' }, 'AP');
    expect(found.map(({ variant, measures }) => [variant, measures.AP.mean])).toEqual([
      ['wide', 25],
      ['spd', 22],
      ['strided', 17],
    ]);
    expect(found[1].rows.map(({ AP }) => AP)).toEqual([20, 24]);
  });

  it('differ by their means, with an error where both sides have several runs', () => {
    const [spd] = differencesOf(file, 'spd', 'strided', { plan: 'short' });
    expect(spd.difference.AP).toBe(5);
    expect(spd.error.AP).toBeCloseTo(Math.sqrt(8 / 2 + 2 / 2), 12);
    const [wide] = differencesOf(file, 'wide', 'spd', { plan: 'short' });
    expect([wide.difference.AP, wide.error.AP, wide.margin.AP]).toEqual([3, null, null]);
    expect(differencesOf(file, 'spd', 'strided', { plan: 'long' })).toEqual([]);
  });

  it('are spoken with their spread', () => {
    expect(spoken({ mean: 16.34, spread: 0.44 })).toBe('16.3 ± 0.4');
    expect(spoken({ mean: 5.04, spread: null }, true)).toBe('+5.0');
    expect(spoken({ mean: 1.754, spread: 0.2 })).toBe('1.75 ± 0.20');
  });

  it('differences of one sentence have one decimal each, more only where it would read as none', () => {
    const said = [-7.13, -0.89, 0.12, 2.31].map((mean) => spoken({ mean, spread: 0.26 }, true));
    expect(said).toEqual(['−7.1 ± 0.3', '−0.9 ± 0.3', '+0.1 ± 0.3', '+2.3 ± 0.3']);
    expect(spoken({ mean: 0.04, spread: 0.2 }, true)).toBe('+0.04 ± 0.20');
  });

  it('numbers that are no per cent have two digits, and their spread ends where they do', () => {
    expect(spoken({ mean: 770.04, spread: 454.93 })).toBe('770 ± 450');
    expect(spoken({ mean: 1568.3, spread: 900.4 })).toBe('1,600 ± 900');
    expect(spoken({ mean: 100.2, spread: 0.31 })).toBe('100.2 ± 0.3');
  });

  it('name no folder of the machine on which a command ran', () => {
    for (const { experiment, rows } of measured.values())
      for (const { command } of rows) expect(String(command), experiment).not.toMatch(/[\s=]\//);
  });

  it('are those of the repository; one that is not there stops the build', () => {
    expect([...measured.keys()]).toContain('detectors');
    expect(() => statisticOf('detectors', 'nobody', 'AP')).toThrow('nobody');
    expect(() => statisticOf('nothing', 'yolov5p', 'AP')).toThrow('there are: ');
  });
});

describe('labels along an axis', () => {
  it('stand together where their points are close, each with the neighbours of its neighbours', () => {
    const found = clusters([300, 10, 90, 160, 310], (x) => x, 90);
    expect(found).toEqual([
      [10, 90, 160],
      [300, 310],
    ]);
    expect(clusters([], Number, 90)).toEqual([]);
  });

  it('move no farther than they must, and keep their order', () => {
    expect(dodge([10, 50, 90], 18, [0, 100])).toEqual([10, 50, 90]);
    expect(dodge([50, 10, 12], 18, [0, 100])).toEqual([50, 10, 28]);
    expect(dodge([95, 96, 97], 18, [0, 100])).toEqual([64, 82, 100]);
  });
});
