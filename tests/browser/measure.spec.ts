import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { MEASURES, Measurement } from '#lib/analysis/index.ts';
import { EVALUATION, nonMaxSuppression } from '#lib/detection/index.ts';
import { filled } from '#lib/detector/index.ts';
import { SceneRenderer } from '#lib/scenes/index.ts';
import { inNode } from './lib/detectors.ts';
import { expect, test } from './lib/test.ts';

test.setTimeout(180_000);
const PATIENCE = { timeout: 100_000 };
const SEED = 3;
const TWO = ['yolov5p', 'yolov5p-wide-macs'];

async function open(page: Page) {
  await page.goto(`lab/?seed=${SEED}&third=none`);
  const lab = page.locator('detection-lab');
  await expect(lab).toHaveAttribute('data-ready', '', PATIENCE);
  return lab;
}

test('measures over many scenes as Node does, says what is noise, saves it, and says when settings change', async ({
  page,
}) => {
  const lab = await open(page);
  const part = lab.locator('measure-scenes');
  await part.locator('select[name=scenes]').selectOption('50');
  await part.getByRole('button', { name: 'Start counting' }).click();

  const measurement = new Measurement(TWO.length);
  const [two, renderer] = [await inNode(TWO), new SceneRenderer()];
  for (let i = 1; i <= 50; i++) {
    const scene = renderer.render({ seed: SEED + i });
    const passes = await Promise.all(two.map((detector) => detector.run(filled(scene))));
    measurement.add(
      passes.map(({ outputs }, model) => ({
        detections: nonMaxSuppression(two[model].boxes(outputs, EVALUATION)),
        truths: scene.objects,
      })),
    );
  }
  const [first] = measurement.scores();
  await expect(part.getByText(/^(No|It may be): /)).toBeVisible(PATIENCE);
  const saved = page.waitForEvent('download');
  await part.getByRole('button', { name: 'JSON' }).click();
  const file = JSON.parse(readFileSync(await (await saved).path(), 'utf8'));
  expect(file.scenes).toBe(50);
  MEASURES.forEach((measure, i) => {
    expect(file.detectors[0].measured[measure], measure).toBeCloseTo(first[i]!, 1);
  });
  const { low, high } = file.detectors[0].intervals.AP;
  expect(low).toBeLessThan(first[0]!);
  expect(high).toBeGreaterThan(first[0]!);
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
