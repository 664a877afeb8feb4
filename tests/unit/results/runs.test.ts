// What a chart or a table of runs owes its reader, whatever the rows are.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMeasured } from '#commands/measured.ts';
import { unseenDocument } from '#components/kit/unseen.ts';
import { gainPanels } from '#components/results/gains-chart.ts';
import { measuresPanel } from '#components/results/measures-chart.ts';
import type { Panel } from '#components/results/plot.ts';
import { publishedGainPanels } from '#components/results/published-gain-chart.ts';
import { runPanels, runsOf } from '#components/results/runs-chart.ts';
import { colourOf, named } from '#components/results/variants.ts';
import { lab } from '#content/words/en/lab.ts';
import { large } from '#content/words/en/large.ts';
import { measured as words } from '#content/words/en/measured.ts';
import { condition, levels } from '#lib/figures/rebuild/condition.ts';

const pico = { plan: 'pico' };
const [shallow, deep] = [{ plan: 'cifar10' }, { plan: 'cifar10-resnet50' }];

function wide({ markup }: Pick<Panel, 'markup'>) {
  const { body } = unseenDocument();
  body.innerHTML = markup;
  const svg = body.querySelector('svg')!;
  return { svg, scales: JSON.parse(svg.getAttribute('data-scales')!) };
}

it('no number of the recorded conditions has more than a dozen digits as it is printed', () => {
  const { rows } = readMeasured().find(({ experiment }) => experiment === 'conditions')!;
  const values = rows.flatMap((row) =>
    Object.values(row).flatMap((value) =>
      typeof value === 'number'
        ? value
        : value && typeof value === 'object'
          ? Object.values(value)
          : [],
    ),
  );
  const numbers = [...values.map(Number).filter(Number.isFinite), 1e14, 1e20, 2.3e32, 1e300];
  expect(Math.max(...numbers.slice(0, -4))).toBeGreaterThan(1e30);
  for (const value of numbers)
    for (const text of [condition(value, large), levels(value, large)])
      expect(text.replace(/\D/g, '').length, text).toBeLessThanOrEqual(12);
});

describe('names of networks', () => {
  it('hold no comma, for they stand in lists', () => {
    for (const name of [...Object.values(words.variants), ...Object.values(words.short)])
      expect(name).not.toContain(',');
  });

  it('fit beside the rows of a chart on a phone', () => {
    for (const name of Object.values(words.variants)) expect(name.length).toBeLessThan(25);
  });

  it('are the same in the lab and in the results', () => {
    for (const [variant, name] of Object.entries(lab.variants)) expect(named(variant)).toBe(name);
  });

  it('stand in a sentence as quotations', () => {
    expect(words.curves.order(['A with b', 'C', 'D'], 10_000, 3000)).toContain(
      '“A with b”, followed by “C” and “D”.',
    );
  });
});

it('a network with strides has their colour, one with pooling none', () => {
  const strided = ['yolov5p', 'yolov5p-wide-macs', 'resnet18-equal-maps', 'resnet50-imagenet'];
  for (const variant of strided) expect(colourOf(variant), variant).toBe('var(--strided)');
  for (const variant of ['resnet18-spd', 'yolov5p-spd-1x1'])
    expect(colourOf(variant), variant).toBe('var(--spd)');
  expect(colourOf('yolov5p-maxpool')).toBe('var(--ink-2)');
});

describe('a chart of runs', () => {
  it('has its rows as the chart that it is compared with', () => {
    const roles = (of: { variant: string }[]) => of.map(({ variant }) => variant.slice(8));
    const first = runsOf('classifiers', shallow, ['top1']).summaries;
    const second = runsOf('classifiers', deep, ['top1'], shallow).summaries;
    expect(roles(second)).toEqual(roles(first));
    const { y } = wide(runPanels('classifiers', deep, ['top1'], shallow)[0]).scales;
    expect(Object.keys(y)).toEqual(second.map(({ variant }) => variant));
  });

  it('is the best first where it stands alone', () => {
    const means = runsOf('detectors', pico).summaries.map(({ measures }) => measures.AP.mean);
    expect(means).toEqual([...means].sort((a, b) => b - a));
  });

  it('draws the bars of the means over the dots, and none where a dot is all there is', () => {
    const [many, one] = ['detectors', 'evenness'].map((of) => {
      const { outerHTML } = wide(runPanels(of, pico)[0]).svg;
      return {
        dot: outerHTML.lastIndexOf('<circle'),
        bar: outerHTML.indexOf('stroke-width="2"'),
      };
    });
    expect(many.dot).toBeGreaterThan(0);
    expect(many.bar).toBeGreaterThan(many.dot);
    expect(one.dot).toBeGreaterThan(0);
    expect(one.bar).toBe(-1);
  });

  it('begins the axis of a ratio near what was measured', () => {
    const [least, most] = wide(runPanels('phases', pico)[0]).scales.x.domain;
    const runs = runsOf('phases', pico).summaries.flatMap(({ rows }) => rows);
    expect(runs.length).toBeGreaterThan(3);
    expect(least).toBeGreaterThanOrEqual(1);
    expect(most).toBeGreaterThan(least);
  });
});

it('two curves of gains stand beside each other, no interval over another', () => {
  const [panel] = gainPanels({
    plan: 'pico',
    variants: ['yolov5p-spd', 'yolov5p-wide-macs'],
    against: 'yolov5p',
  });
  const marks = [...wide(panel).svg.querySelectorAll('circle')].map((dot) => {
    const shift = dot.closest('[transform]')?.getAttribute('transform') ?? '';
    return Number(/translate\(([^,)]*)/.exec(shift)?.[1] ?? 0);
  });
  expect(new Set(marks).size).toBe(2);
  expect(Math.max(...marks) - Math.min(...marks)).toBeGreaterThanOrEqual(5);
});

it('kinds of repair are compared in one view: a row for each that the bet names, the greatest first', () => {
  const chapter = readFileSync(
    new URL('../../../content/chapters/where-it-pays.mdx', import.meta.url),
    'utf8',
  );
  const rows = /id="pays-faults"[\s\S]*?rows: \[(.*?)\] \}\}/.exec(chapter)![1];
  const names = [...rows.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  expect(names).toHaveLength(4);
  const show = Object.keys(words.measures).filter(
    (name) => name.startsWith('gain ') || name === 'AP50',
  );
  const { svg, scales } = wide(measuresPanel('oracles', { plan: 'lab' }, show, 'gain'));
  const kinds = Object.keys(scales.y);
  expect(kinds).toEqual(expect.arrayContaining(names));
  expect(kinds).not.toContain('AP50');
  expect(kinds[0]).toBe('gain box');
  expect(svg.querySelectorAll('circle')).toHaveLength(3 * kinds.length);
});

it('a view of published gains names the baselines that it shows, and no other', () => {
  const shown = Object.fromEntries(
    publishedGainPanels.map(({ key, baselines }) => [key, baselines]),
  );
  expect(shown).toEqual({
    'ap-points': ['v6.1', 'v6.0'],
    'ap-percent': ['v6.1', 'v6.0'],
    'aps-points': ['retold'],
    'aps-percent': ['retold'],
  });
});
