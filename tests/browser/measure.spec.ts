import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { MEASURES, Measuring } from '#lib/analysis/index.ts';
import { filled } from '#lib/detector/index.ts';
import { SceneRenderer } from '#lib/scenes/index.ts';
import { inNode } from './lib/detectors.ts';
import { expect, test } from './lib/test.ts';

test.setTimeout(180_000);
const PATIENCE = { timeout: 100_000 };
const SEED = 3;
/** How often the page draws the scenes again, and the seed of that. */
const [RESAMPLES, LUCK] = [300, 1];
const TWO = ['yolov5p', 'yolov5p-wide-macs'];

async function open(page: Page) {
  await page.goto(`lab/?seed=${SEED}&third=none`);
  const lab = page.locator('detection-lab');
  await expect(lab).toHaveAttribute('data-ready', '', PATIENCE);
  return lab;
}

test('measures over many scenes as Node does, says what is noise, saves it, and says when settings change', {
  tag: '@long',
}, async ({ page }) => {
  const lab = await open(page);
  const part = lab.locator('measure-scenes');
  await part.locator('select[name=scenes]').selectOption('50');
  await part.getByRole('button', { name: 'Start counting' }).click();

  const measuring = new Measuring(TWO.length);
  const [two, renderer] = [await inNode(TWO), new SceneRenderer()];
  for (let i = 1; i <= 50; i++) {
    const scene = renderer.render({ seed: SEED + i });
    const passes = await Promise.all(two.map((detector) => detector.run(filled(scene))));
    const models = passes.map(({ outputs }, model) => ({
      levels: two[model].levels(outputs),
      classCount: two[model].info.classes,
    }));
    measuring.add({ models, truths: scene.objects });
  }
  const scores = measuring.scores();
  const luck = await measuring.luck(RESAMPLES, LUCK);
  const answer = part.locator('p.answer');
  await expect(answer).toBeVisible(PATIENCE);

  // Each number of the table, and under it its interval.
  const rows = part.locator('tbody tr');
  await expect(rows).toHaveCount(MEASURES.length);
  for (const [i, measure] of MEASURES.entries())
    for (const model of TWO.keys()) {
      const cell = rows.nth(i).locator('td').nth(model);
      const { low, high } = luck.intervals[model][i]!;
      const numbers = (await cell.textContent())!.match(/\d+(\.\d+)?/g)!.map(Number);
      [scores[model][i]!, low, high].forEach((wanted, k) => {
        expect(Math.abs(numbers[k] - wanted), `${measure} of ${TWO[model]}`).toBeLessThan(0.11);
      });
    }

  // The curves, point by point, in the drawing and in the file.
  const saved = page.waitForEvent('download');
  await part.getByRole('button', { name: 'JSON' }).click();
  const file = JSON.parse(readFileSync(await (await saved).path(), 'utf8'));
  expect(file.scenes).toBe(50);
  expect(file.resamples).toBe(RESAMPLES);
  const [difference] = luck.differences;
  expect(file.differences[0].value).toBeCloseTo(difference.value, 1);
  expect(file.differences[0].interval.low).toBeCloseTo(difference.interval.low, 1);
  expect(file.differences[0].interval.high).toBeCloseTo(difference.interval.high, 1);
  expect(file.differences[0].noise).toBe(difference.noise);
  const ticks = await part
    .locator('svg.chart .grid')
    .evaluateAll((lines) => lines.map((line) => Number(line.getAttribute('y1'))));
  const [floor, ceiling] = [ticks[0], ticks.at(-1)!];
  for (const [model, curve] of luck.curves.entries()) {
    const d = (await part.locator('svg.chart path').nth(model).getAttribute('d'))!;
    const drawn = d
      .slice(1)
      .split('L')
      .map((point) => (floor - Number(point.split(',')[1])) / (floor - ceiling));
    expect(drawn).toHaveLength(curve.length);
    curve.forEach((precision, at) => {
      expect(Math.abs(drawn[at] - precision), `recall ${at} %`).toBeLessThan(0.02);
      expect(Math.abs(file.detectors[model].precision[at] - precision)).toBeLessThan(0.02);
    });
    const { measured, intervals } = file.detectors[model];
    MEASURES.forEach((measure, i) => {
      expect(measured[measure], measure).toBeCloseTo(scores[model][i]!, 1);
      expect(intervals[measure].low, measure).toBeCloseTo(luck.intervals[model][i]!.low, 1);
      expect(intervals[measure].high, measure).toBeCloseTo(luck.intervals[model][i]!.high, 1);
    });
  }
  // Curves and intervals that say nothing would agree as well.
  expect(new Set(luck.curves[0].map((value) => value.toFixed(2))).size).toBeGreaterThan(10);
  for (const kind of ['CSV', 'SVG']) {
    const download = page.waitForEvent('download');
    await part.getByRole('button', { name: kind }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(text).toMatch(
      kind === 'CSV' ? /^Detector,Measure/ : /^<svg [^>]*xmlns.*<path [^>]*stroke="rgb/s,
    );
  }

  // An edit is no part of what is measured; another setting is.
  await lab.getByRole('button', { name: 'Next difference' }).click();
  await lab.getByRole('button', { name: 'Move left' }).click();
  await expect(lab.getByText(/^Moved: /)).toBeVisible();
  await expect(part.getByText(/^The settings or the detectors have changed/)).toHaveCount(0);
  await lab.getByRole('slider', { name: /^Noise/ }).fill('9');
  await expect(part.getByText(/^The settings or the detectors have changed/)).toBeVisible();
  await expect(part.getByText(/^(No|It may be): /)).toBeVisible();
});
