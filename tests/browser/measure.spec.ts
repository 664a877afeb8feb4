import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { load, weightsIn } from '#commands/detector.ts';
import { answerTo, LENGTHS_ASKED, lossSize, MEASURES, Measurement } from '#lib/analysis/index.ts';
import { EVALUATION, nonMaxSuppression, SHOWN } from '#lib/detection/index.ts';
import { type Detector, filled } from '#lib/detector/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { NO_EDITS, SceneRenderer, withPose } from '#lib/scenes/index.ts';
import { expect, test } from './lib/test.ts';

test.setTimeout(180_000);
const PATIENCE = { timeout: 100_000 };
const SEED = 3;
const TWO = ['yolov5p', 'yolov5p-wide-macs'];

/** The two detectors in Node. */
async function detectors(): Promise<Detector[]> {
  const engine = createNodeEngine();
  await engine.use('wasm');
  const all = weightsIn('site/public/weights').filter(({ plan }) => plan === 'shipped');
  return Promise.all(
    TWO.map((name) => load(engine, all.find(({ card }) => card.architecture === name)!)),
  );
}

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
  const [two, renderer] = [await detectors(), new SceneRenderer()];
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

test('shrinks an object until it is gone, as Node does; its length is moved by key; a set piece opens', async ({
  page,
}) => {
  const lab = await open(page);
  await lab.getByText('Shrink it until it is gone', { exact: true }).click();
  const part = lab.locator('vary-object');
  await part.locator('select[name=varied]').selectOption({ index: 1 });

  const renderer = new SceneRenderer();
  const [object] = renderer.render({ seed: SEED }).standing;
  const [detector] = await detectors();
  const scores: number[] = [];
  for (const length of LENGTHS_ASKED) {
    const scene = renderer.render(
      { seed: SEED },
      withPose(NO_EDITS, object.id, { ...object, length }),
    );
    const { outputs } = await detector.run(filled(scene));
    const boxes = detector.boxes(outputs, { scoreThreshold: 0.01 });
    scores.push(answerTo(boxes, scene.objects[0]).score);
  }
  const loss = lossSize(LENGTHS_ASKED, scores, SHOWN.scoreThreshold);
  const said = loss
    ? `loses it below ${loss.toFixed(1)} px`
    : loss === 0
      ? 'keeps it'
      : 'never finds';
  await expect(part.getByRole('heading', { name: 'Move it by one pixel' })).toBeVisible(PATIENCE);
  await expect(part.getByText(said).first()).toBeVisible();
  await expect(part.locator('svg.chart')).toHaveCount(2);
  await expect(part.locator('pixel-view')).toHaveCount(4);

  // The length changes the scene, and the curve stays.
  const slider = part.getByRole('slider', { name: /^Its length/ });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(lab.getByText(/^New size: \w+, 3\.0 px long/)).toBeVisible();
  await expect(page).toHaveURL(/edits=1_m0\./);
  await expect(part.locator('svg.chart')).toHaveCount(2);

  await part.locator('select[name=others]').selectOption('5');
  await part.getByRole('button', { name: 'Ask in other scenes' }).click();
  await expect(part.getByText(/^Within a pixel the scores of the others/).first()).toBeVisible(
    PATIENCE,
  );
  await expect(part.locator('path.band')).toHaveCount(2);

  await lab.getByText('Set pieces', { exact: true }).click();
  const pieces = lab.locator('scene-gallery button');
  await pieces.first().click();
  await expect(page).toHaveURL(/seed=60\d+/);
  await expect(page).not.toHaveURL(/edits=/);
});
