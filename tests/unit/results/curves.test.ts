import { expect, it } from 'vitest';
import { orderOf, points } from '#components/results/curves.ts';
import { curvePanels } from '#components/results/curves-chart.ts';
import { type MeasuredFile, summarise } from '#lib/results/index.ts';

const row = (variant: string, step: number, seed: number, AP: number) => ({
  plan: 'core',
  variant,
  step,
  seed,
  AP,
});
const file = (rows: MeasuredFile['rows']): MeasuredFile => ({
  experiment: 'curves',
  title: 'Example',
  about: 'made up',
  command: 'none',
  baseline: 'strided',
  key: ['plan', 'variant', 'step', 'seed'],
  group: ['plan', 'variant', 'step'],
  fields: { AP: 'average precision', AP50: 'average precision at 0.5' },
  rows,
});
const pointsOf = (rows: MeasuredFile['rows']) => points(summarise(file(rows)), 'AP');

it('a point is the mean of the seeds with their spread; one seed has a band of no width', () => {
  expect(pointsOf([row('a', 1000, 0, 4), row('a', 1000, 1, 6), row('a', 2000, 0, 7)])).toEqual([
    { variant: 'a', step: 1000, y: 5, low: 5 - Math.SQRT2, high: 5 + Math.SQRT2 },
    { variant: 'a', step: 2000, y: 7, low: 7, high: 7 },
  ]);
  expect(points(summarise(file([row('a', 1, 0, 4)])), 'AP50')).toEqual([]);
});

it('the order is that of the last step that all have reached, with the step since which it holds', () => {
  const curve = (variant: string, scores: number[]) =>
    scores.map((AP, i) => row(variant, 1000 * (i + 1), 0, AP));
  const all = [curve('a', [1, 3, 5, 6, 9]), curve('b', [2, 2, 4, 5]), curve('c', [0, 1, 2, 3])];
  expect(orderOf(pointsOf(all.flat()))).toEqual({
    variants: ['a', 'b', 'c'],
    last: 4000,
    since: 2000,
  });
  expect(orderOf(pointsOf(all.slice(1).flat()))).toEqual({
    variants: ['b', 'c'],
    last: 4000,
    since: undefined,
  });
  expect(orderOf(pointsOf(all[0]))).toBeUndefined();
  expect(orderOf(pointsOf([row('a', 1, 0, 1), row('b', 2, 0, 1)]))).toBeUndefined();
});

it('the chart has a line for each variant from one seed on, and a panel for each measure that was taken', () => {
  const rows = [
    row('yolov5p', 1000, 0, 4),
    row('yolov5p', 2000, 0, 6),
    row('yolov5p-wide-macs', 1000, 0, 5),
    row('yolov5p-wide-macs', 1000, 1, 7),
    row('yolov5p-wide-macs', 2000, 0, 9),
  ];
  const [panel, ...others] = curvePanels(summarise(file(rows)));
  expect([panel.key, others.length]).toEqual(['ap', 0]);
  expect(panel.markup.match(/data-layout/g)).toHaveLength(2);
  // Both are strided and share a colour; the wider one is dashed. Labels stand at the ends of the lines.
  expect(panel.markup.match(/stroke-dasharray="6 4"/g)).toHaveLength(2);
  for (const label of ['strided', 'same work']) expect(panel.markup).toContain(`>${label}</text>`);
  expect(panel.markup).not.toContain('NaN');
});
