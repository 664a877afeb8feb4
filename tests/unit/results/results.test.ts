import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMeasured, serialise, withRows } from '#commands/measured.ts';
import { resultRow } from '#commands/results.ts';
import {
  compare,
  critical,
  type MeasuredFile,
  measuresOf,
  summarise,
  twoSided,
} from '#lib/results/index.ts';

/** Six runs as a training writes them; the summaries beside them were worked out by hand. */
const fixture: MeasuredFile = JSON.parse(
  readFileSync(new URL('../../fixtures/measured.json', import.meta.url), 'utf8'),
);

describe('summaries over seeds', () => {
  const summaries = summarise(fixture);

  it('takes the mean and the sample standard deviation of each measure', () => {
    expect(summaries.map(({ variant, seeds }) => [variant, seeds])).toEqual([
      ['single', [0]],
      ['spd', [0, 1, 2]],
      ['strided', [0, 1]],
    ]);
    const [single, spd, strided] = summaries.map(({ measures }) => measures);
    expect(spd.AP).toEqual({ n: 3, mean: 22, spread: 2, least: 20, greatest: 24 });
    expect(strided.AP.mean).toBeCloseTo(17.75, 12);
    expect(strided.AP.spread).toBeCloseTo(2.05 * Math.SQRT2, 12);
    expect(single.AP).toEqual({ n: 1, mean: 9, spread: null, least: 9, greatest: 9 });
    // A bin without objects has no AP: the mean is over the others.
    expect(spd['APsize <8']).toMatchObject({ n: 2, mean: 11 });
  });

  it('prints the same as rows of the command', () => {
    const row = resultRow(summaries[1]);
    expect(row).toMatchObject({ experiment: 'detectors', variant: 'spd', seeds: [0, 1, 2] });
    expect([row.mean.AP, row.spread.AP, row.conditions.plan]).toEqual([22, 2, 'pico']);
  });

  it('compares with the baseline, with the standard error of the difference', () => {
    const [, spd] = compare(fixture);
    expect(spd).toMatchObject({ variant: 'spd', against: 'strided', n: [3, 2] });
    expect(spd.difference.AP).toBeCloseTo(4.25, 12);
    expect(spd.error.AP).toBeCloseTo(Math.sqrt(4 / 3 + 2.05 ** 2), 12);
    expect(compare(fixture)[0].error.AP).toBeNull();
    expect(compare(fixture)[0].margin.AP).toBeNull();
    // Welch's degrees of freedom for spreads of 2 (three runs) and 2.9 (two): 1.633, by hand.
    const [a, b] = [4 / 3, 2.05 ** 2];
    const degrees = (a + b) ** 2 / (a ** 2 / 2 + b ** 2);
    expect(spd.margin.AP).toBeCloseTo(Math.sqrt(a + b) * critical(degrees), 10);
    expect(compare({ ...fixture, rows: [] })).toEqual([]);
  });
});

describe('Student’s t', () => {
  it('is that of the tables', () => {
    const table = [
      [1, 0.05, 12.7062],
      [2, 0.05, 4.30265],
      [4, 0.05, 2.77645],
      [4, 0.01, 4.60409],
      [10, 0.05, 2.22814],
      [30, 0.1, 1.69726],
      [1e6, 0.05, 1.95997],
    ];
    for (const [degrees, chance, t] of table) {
      expect(critical(degrees, chance) / t).toBeCloseTo(1, 5);
      expect(twoSided(t, degrees)).toBeCloseTo(chance, 5);
    }
    expect(twoSided(0, 3)).toBe(1);
  });

  it('lies between those of its neighbours where degrees of freedom are no whole number', () => {
    expect(critical(2.5)).toBeLessThan(critical(2));
    expect(critical(2.5)).toBeGreaterThan(critical(3));
    expect(() => critical(0)).toThrow('0 degrees of freedom');
    expect(() => critical(3, 1.2)).toThrow('a chance of 1.2');
  });
});

describe('result files', () => {
  it('stay sorted by their key, and a row with the same key is replaced', () => {
    const again = { plan: 'pico', variant: 'strided', seed: 10, AP: 1 };
    const more = withRows(withRows(fixture, [again]), [
      { ...again, AP: 2 },
      { ...again, seed: 2 },
    ]);
    const strided = more.rows.filter(({ variant }) => variant === 'strided');
    expect(strided.map(({ seed, AP }) => [seed, AP])).toEqual([
      [0, 15.7],
      [1, 19.8],
      [2, 1],
      [10, 2],
    ]);
    expect(JSON.parse(serialise(more))).toEqual(more);
    expect(
      serialise(fixture)
        .split('\n')
        .filter((line) => line.startsWith('    {')).length,
    ).toBe(6);
  });

  it.each(readMeasured())('$experiment is well formed', (file) => {
    const { experiment, key, group, fields, rows } = file;
    const written = new URL(
      `../../../content/results/measured/${experiment}.json`,
      import.meta.url,
    );
    expect(serialise(file)).toBe(readFileSync(written, 'utf8'));
    expect(key.filter((field) => field !== 'seed')).toEqual(group);
    expect(withRows(file, []).rows).toEqual(rows);
    for (const row of rows) {
      expect(key.every((field) => row[field] !== undefined)).toBe(true);
      expect(Object.keys(measuresOf(file, row)).length).toBeGreaterThan(0);
    }
    expect(Object.values(fields).every((meaning) => meaning.length > 10)).toBe(true);
  });
});
