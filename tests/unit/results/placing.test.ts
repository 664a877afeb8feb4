// Where a guess stands in a chart: in the numbers of its axes, its rows and its columns.
import { describe, expect, it } from 'vitest';
import { unseenDocument } from '#components/kit/unseen.ts';
import { curvesOf } from '#components/results/curves.ts';
import { curvePanels } from '#components/results/curves-chart.ts';
import { boxOf, lineOf, type Scales } from '#components/results/placing.ts';
import { publishedCostPanels } from '#components/results/published-cost-chart.ts';
import { publishedGainPanels } from '#components/results/published-gain-chart.ts';
import { runPanels } from '#components/results/runs-chart.ts';

/** The scales that the wide drawing of a panel carries, and the drawing. */
function drawingOf({ markup }: { markup: string }) {
  const body = unseenDocument().body;
  body.innerHTML = markup;
  const svg = body.querySelector('svg')!;
  return { svg, scales: JSON.parse(svg.getAttribute('data-scales')!) as Scales };
}

const middle = (a: number, b: number) => (a + b) / 2;

describe('a place on an axis', () => {
  const scales: Scales = {
    x: { domain: [0, 10], range: [40, 140] },
    y: { domain: [1, 100], range: [200, 0], log: true },
    frame: [40, 140, 0, 200],
  };

  it('takes its stretch of one axis and all of the other', () => {
    expect(boxOf(scales, { x: [2, 5] })).toEqual({ left: 60, right: 90, top: 0, bottom: 200 });
    expect(boxOf(scales, { y: [10, 100] })).toEqual({ left: 40, right: 140, top: 0, bottom: 100 });
  });

  it('is wide enough to be seen, and ends where the axis ends', () => {
    expect(boxOf(scales, { x: [3, 3] })).toMatchObject({ left: 63, right: 77 });
    expect(boxOf(scales, { x: [8, 99] })).toMatchObject({ left: 120, right: 140 });
    expect(boxOf(scales, { y: [-9, 1000] })).toMatchObject({ top: 0, bottom: 200 });
  });

  it('is none where there is no such row, or no such axis', () => {
    expect(boxOf(scales, { row: 'yolov5p' })).toBeUndefined();
    expect(boxOf({ frame: [0, 1, 0, 1] }, { x: [1, 2] })).toBeUndefined();
    expect(lineOf({ frame: [0, 1, 0, 1] }, [[1, 2]])).toBeUndefined();
  });

  it('follows a dragged curve along both', () => {
    expect(
      lineOf(scales, [
        [0, 1],
        [10, 100],
      ]),
    ).toEqual([
      [40, 200],
      [140, 0],
    ]);
    expect(lineOf(scales, [[5, 10]])![0][1]).toBeCloseTo(100);
  });
});

describe('the scales that a chart carries are those that it was drawn with', () => {
  it('rows: a value in a row stands on the bar of its mean', () => {
    const { svg, scales } = drawingOf(runPanels('detectors', { plan: 'pico' })[0]);
    const rows = Object.keys(scales.y as object);
    expect(rows).toContain('yolov5p-maxpool');
    // All bars are one path: of each its upper and its lower end.
    const path = svg.querySelector('[stroke-width="2"] path')!.getAttribute('d')!;
    const bars = [...path.matchAll(/M([\d.]+) ([\d.]+)L[\d.]+ ([\d.]+)/g)].map(
      ([, x, top, end]) => ({
        x: Number(x),
        y: middle(Number(top), Number(end)),
      }),
    );
    const [low, high] = [10.68, 15.15].map(
      (mean) => lineOf({ ...scales, y: scales.x! }, [[mean, mean]])![0][0],
    );
    for (const [row, x] of [
      ['yolov5p', low],
      ['yolov5p-maxpool', high],
    ] as const) {
      const { top, bottom } = boxOf(scales, { row })!;
      const [bar, ...others] = bars.filter(({ y }) => y > top && y < bottom);
      expect(others).toEqual([]);
      expect(Math.abs(bar.x - x)).toBeLessThan(1);
    }
  });

  it('a logarithmic axis: the squares of the published models stand where their numbers are placed', () => {
    const { svg, scales } = drawingOf(publishedCostPanels[0]);
    const [[x, y]] = lineOf(scales, [[114, 49.2]])!;
    expect(scales.x).toMatchObject({ log: true });
    expect(x).toBeGreaterThan(600);
    expect(y).toBeGreaterThan(32);
    expect(svg.getAttribute('viewBox')).toBe('0 0 720 380');
  });

  it('columns: each size has one of its own, and nothing is above the drawing', () => {
    const { scales } = drawingOf(publishedGainPanels[0]);
    const boxes = ['n', 's', 'm', 'l'].map((column) => boxOf(scales, { column, y: [-9, 0] })!);
    expect(boxes.map(({ left }) => left)).toEqual(
      [...boxes.map(({ left }) => left)].sort((a, b) => a - b),
    );
    for (const box of boxes) expect(box.bottom).toBeGreaterThan(box.top);
    expect(boxOf(scales, { column: 'x' })).toBeUndefined();
  });

  it('the end of a curve: what the axis says there', () => {
    const { scales } = drawingOf(curvePanels(curvesOf({ plan: 'core' }))[0]);
    const box = boxOf(scales, { x: [10_000, 10_000], y: [20, 30] })!;
    const { range } = scales.x as { range: [number, number] };
    expect(middle(box.left, box.right)).toBeCloseTo(range[1]);
  });
});
