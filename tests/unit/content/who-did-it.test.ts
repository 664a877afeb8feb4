// What the detective chapter says in words about our rows. New rows may turn a sentence false; then it is rewritten.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { differencesOf, experiment, statisticOf, summariesOf } from '#components/kit/measured.ts';
import { models } from '#components/kit/published.ts';
import { suspects as words } from '#content/words/en/suspects.ts';

const where = { plan: 'pico' };
const ap = (variant: string) => statisticOf('detectors', variant, 'AP', where);
const gain = (variant: string) => ap(variant).mean - ap('yolov5p').mean;
const published = gain('yolov5p-spd');
const row = (variant: string) =>
  summariesOf(experiment('detectors'), where).find((of) => of.variant === variant)!.rows[0];
const difference = (variant: string, against: string) => {
  const [{ difference, margin }] = differencesOf(experiment('detectors'), variant, against, long);
  return { points: difference.AP, sure: Math.abs(difference.AP) > margin.AP! };
};
const text = readFileSync('content/chapters/who-did-it.mdx', 'utf8');

test('the gain: half as much again, far apart from the seeds', () => {
  expect(ap('yolov5p-spd').mean / ap('yolov5p').mean).toBeCloseTo(1.5, 1);
  expect(ap('yolov5p-spd').least).toBeGreaterThan(ap('yolov5p').greatest + 3);
});

test('work: the wider strided network does as much of it and reaches all of the gain', () => {
  expect(Number(row('yolov5p-wide-macs').macs)).toBeLessThanOrEqual(
    Number(row('yolov5p-spd').macs),
  );
  expect(Number(row('yolov5p-spd').macs) / Number(row('yolov5p').macs)).toBeCloseTo(1.95, 1);
  expect(gain('yolov5p-wide-macs')).toBeGreaterThan(published);
  // The bet on it: after the short training it is surely ahead, the dots of the two do not mingle.
  const [{ difference, margin }] = differencesOf(
    experiment('detectors'),
    'yolov5p-wide-macs',
    'yolov5p-spd',
    where,
  );
  expect(difference.AP).toBeGreaterThan(margin.AP!);
  expect(ap('yolov5p-wide-macs').least).toBeGreaterThan(ap('yolov5p-spd').greatest);
  const weights =
    Number(row('yolov5p-wide-macs').parameters) / Number(row('yolov5p-spd').parameters);
  expect(weights).toBeGreaterThan(1.6);
  expect(weights).toBeLessThan(1.73);
});

test('the verdict: the printed networks are up to a hundred times as large', () => {
  expect(text).toContain('up to a hundred times as large');
  const cited = JSON.parse(readFileSync('content/results/cited/readme-coco.json', 'utf8'));
  const printed = (cited.rows as { parameters: string }[]).map(({ parameters }) => +parameters);
  expect((Math.max(...printed) * 1e6) / Number(row('yolov5p-spd').parameters) / 100).toBeCloseTo(
    1,
    1,
  );
});

test('weights: as many of them bring less than a third, and SPD has a fifth more than strided', () => {
  const [spd, strided, wide] = ['yolov5p-spd', 'yolov5p', 'yolov5p-wide-parameters'].map((v) =>
    Number(row(v).parameters),
  );
  expect(spd / strided).toBeCloseTo(1.2, 1);
  expect(Math.abs(wide / spd - 1)).toBeLessThan(0.001);
  expect(gain('yolov5p-wide-parameters')).toBeLessThan(published / 3);
  // “Which takes only a quarter more work.”
  const work = ['yolov5p-wide-parameters', 'yolov5p'].map((v) => Number(row(v).macs));
  expect(work[0] / work[1]).toBeCloseTo(1.25, 1);
});

test('no stride: SPD and 3x3 works nearly as much, SPD and 1x1 less than strided; both gain less than a third', () => {
  const work = (variant: string) => Number(row(variant).macs) / Number(row('yolov5p-spd').macs);
  expect(work('yolov5p-spd-3x3')).toBeGreaterThan(0.9);
  expect(Number(row('yolov5p-spd-1x1').macs)).toBeLessThan(Number(row('yolov5p').macs));
  for (const variant of ['yolov5p-spd-3x3', 'yolov5p-spd-1x1'])
    expect(gain(variant)).toBeLessThan(published / 3);
});

test('keeping every number: max-pooling reaches more than three quarters; what is left is small', () => {
  expect(gain('yolov5p-maxpool')).toBeGreaterThan(0.75 * published);
  expect(gain('yolov5p-maxpool')).toBeLessThan(published);
});

test('looking first: the other pools stand between strided and max-pooling, and scatter more', () => {
  for (const variant of ['yolov5p-avgpool', 'yolov5p-blurpool']) {
    expect(gain(variant)).toBeGreaterThan(0);
    expect(gain(variant)).toBeLessThan(gain('yolov5p-maxpool'));
    expect(ap(variant).spread!).toBeGreaterThan(ap('yolov5p-maxpool').spread!);
  }
});

test('most of the additional work is that of the convolution at full size', () => {
  const more = (variant: string) => Number(row(variant).macs) - Number(row('yolov5p').macs);
  expect(more('yolov5p-maxpool') / more('yolov5p-spd')).toBeGreaterThan(0.75);
});

const long = { plan: 'core' };
const after = (variant: string, step: number) =>
  statisticOf('curves', variant, 'AP', { ...long, step }).mean;

test('the second hearing: four networks, 10,000 steps, five seeds each', () => {
  const heard = summariesOf(experiment('detectors'), long);
  expect(heard.map(({ variant }) => variant).sort()).toEqual(
    ['yolov5p', 'yolov5p-maxpool', 'yolov5p-spd', 'yolov5p-wide-macs'].sort(),
  );
  for (const { variant, seeds, rows } of heard) {
    expect(seeds, variant).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(rows.map(({ steps }) => steps))).toEqual(new Set([10_000]));
  }
});

test('max-pooling’s share falls from more than three quarters to three fifths, and the gap widens all the way', () => {
  const share = (step: number) =>
    (after('yolov5p-maxpool', step) - after('yolov5p', step)) /
    (after('yolov5p-spd', step) - after('yolov5p', step));
  expect(share(2000)).toBeGreaterThan(0.75);
  expect(share(10_000)).toBeGreaterThan(0.55);
  expect(share(10_000)).toBeLessThan(0.67);
  const gaps = [1, 2, 4, 6, 8, 10].map(
    (k) => after('yolov5p-spd', k * 1000) - after('yolov5p-maxpool', k * 1000),
  );
  for (const step of [1000, 2000, 3000])
    expect(after('yolov5p-spd', step) - after('yolov5p-maxpool', step)).toBeLessThan(1);
  expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  expect(difference('yolov5p-spd', 'yolov5p-maxpool').sure).toBe(true);
});

test('the fair rival: level with SPD in the long run, with far more weights', () => {
  const { points, sure } = difference('yolov5p-wide-macs', 'yolov5p-spd');
  expect(sure).toBe(false);
  expect(Math.abs(points)).toBeLessThan(1);
  const weights =
    Number(row('yolov5p-spd').parameters) / Number(row('yolov5p-wide-macs').parameters);
  expect(weights).toBeCloseTo(0.6, 1);
});

test('each of the four learned at the rate that was best for it in the trial', () => {
  for (const variant of ['yolov5p', 'yolov5p-spd', 'yolov5p-wide-macs', 'yolov5p-maxpool']) {
    const tried = experiment('rates').rows.filter(
      (of) => of.variant === variant && of.plan === 'rates',
    );
    expect(tried.length).toBeGreaterThan(2);
    const best = tried.toSorted((a, b) => Number(b.AP) - Number(a.AP))[0].rate;
    const used = experiment('detectors').rows.filter(
      (of) => of.variant === variant && of.plan === 'core',
    );
    expect(new Set(used.map(({ rate }) => rate)), variant).toEqual(new Set([best]));
  }
});

test('every network and suspect of the line-up has its words, and every moment that it waits for is there', () => {
  const moments = [...text.matchAll(/<Moment name="([^"]+)"/g)].map(([, name]) => name);
  const listed = (name: string) =>
    [
      ...(text.match(new RegExp(`${name}=\\{\\{([\\s\\S]*?)\\}\\}`))?.[1] ?? '').matchAll(
        /'?([\w-]+)'?: '([\w-]*)'/g,
      ),
    ].map(([, key, from]) => ({ key, from }));
  const [networks, suspects] = [listed('networks'), listed('suspects')];
  expect(networks).toHaveLength(9);
  expect(suspects).toHaveLength(5);
  for (const { key } of networks) expect(words.networks[key]).toBeTruthy();
  for (const { key } of suspects) expect(words.verdicts[key] && words.names[key]).toBeTruthy();
  for (const { from } of [...networks, ...suspects]) expect(['', ...moments]).toContain(from);
});

test('nobody is shown before the bet: a network that a prediction asks about waits for its moment', () => {
  for (const variant of ['yolov5p-wide-macs', 'yolov5p-wide-parameters', 'yolov5p-maxpool'])
    expect(text).not.toMatch(new RegExp(`'${variant}': ''`));
});

test('sizes: the gain and both scores are largest at 12 and 14 px, and at 4 px there is next to nothing to gain', () => {
  const at = (variant: string, value: number) =>
    statisticOf('sweeps', variant, 'AP', { ...where, parameter: 'size', value }).mean;
  const sizes = [
    ...new Set(
      experiment('sweeps')
        .rows.filter(({ plan, parameter }) => plan === 'pico' && parameter === 'size')
        .map(({ value }) => Number(value)),
    ),
  ].toSorted((a, b) => a - b);
  expect([sizes[0], sizes.at(-1)]).toEqual([4, 24]);
  const best = (of: (value: number) => number) =>
    sizes
      .toSorted((a, b) => of(b) - of(a))
      .slice(0, 2)
      .toSorted((a, b) => a - b);
  for (const variant of ['yolov5p', 'yolov5p-spd'])
    expect(
      best((value) => at(variant, value)),
      variant,
    ).toEqual([12, 14]);
  const gainAt = (variant: string) => best((value) => at(variant, value) - at('yolov5p', value));
  expect(gainAt('yolov5p-spd')).toEqual([12, 14]);
  expect(gainAt('yolov5p-wide-macs')).toEqual([14, 17]);
  for (const variant of ['yolov5p', 'yolov5p-spd', 'yolov5p-wide-macs'])
    expect(at(variant, 4)).toBeLessThan(0.5);
});

test('cost: the published work about doubles at n and s and grows by less at m and l', () => {
  const times = (size: string) => {
    const of = (variant: string) =>
      models.find((one) => one.size === size && one.variant === variant)!;
    return of('spd').macs / of('strided').macs;
  };
  for (const size of ['n', 's']) expect(times(size)).toBeCloseTo(2, 0);
  expect(Math.max(times('m'), times('l'))).toBeLessThan(Math.min(times('n'), times('s')) - 0.1);
});

test('the published networks are up to a hundred times as large; max-pooling needs fewer weights than SPD', () => {
  const parameters = (variant: string) => Number(row(variant).parameters);
  const largest = Math.max(...models.map((one) => one.parameters)) * 1e6;
  expect(largest / parameters('yolov5p-spd')).toBeGreaterThan(75);
  expect(largest / parameters('yolov5p')).toBeLessThan(125);
  expect(parameters('yolov5p-maxpool')).toBeLessThan(parameters('yolov5p-spd'));
});

test('the home page: SPD ahead of the strided network, the wide one as far, with twice the work and far more weights', () => {
  expect(difference('yolov5p-spd', 'yolov5p').sure).toBe(true);
  expect(difference('yolov5p-wide-macs', 'yolov5p-spd').points).toBeGreaterThan(0);
  const macs = (variant: string) => Number(row(variant).macs);
  expect(macs('yolov5p-spd') / macs('yolov5p')).toBeCloseTo(2, 0);
  expect(macs('yolov5p-wide-macs') / macs('yolov5p-spd')).toBeCloseTo(1, 1);
});
