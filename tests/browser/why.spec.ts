import { load, weightsIn } from '#commands/detector.ts';
import { sentenceOf } from '#components/lab/why/sentence.ts';
import { explain } from '#lib/analysis/index.ts';
import type { Level } from '#lib/detection/index.ts';
import { filled } from '#lib/detector/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { CLASSES, generateScene } from '#lib/scenes/index.ts';
import { expect, test } from './lib/test.ts';

// Two detectors look, and are asked why, in a software browser on two busy cores.
test.setTimeout(150_000);
const PATIENCE = { timeout: 60_000 };
const SEED = 3;
const THREE = ['yolov5p', 'yolov5p-wide-macs', 'yolov5p-spd'];
const THRESHOLD = 0.4;

/** Why each detector found or missed each object, by the engine in Node: [object][detector]. */
async function reasons(): Promise<string[][]> {
  const engine = createNodeEngine();
  await engine.use('wasm');
  const scene = generateScene({ seed: SEED });
  const levels: Level[][] = [];
  for (const name of THREE) {
    const trained = weightsIn('site/public/weights').find(
      ({ plan, card }) => plan === 'shipped' && card.architecture === name,
    );
    const detector = await load(engine, trained!);
    levels.push(detector.levels((await detector.run(filled(scene))).outputs));
    await detector.unload();
  }
  return scene.objects.map(({ classIndex }, index) =>
    levels.map((each) =>
      sentenceOf(
        explain(each, { truths: scene.objects, index, threshold: THRESHOLD }),
        classIndex,
        CLASSES,
        THRESHOLD,
      ),
    ),
  );
}

test('says of every detector why it found or missed an object, as Node has it; shows gradient and phases', async ({
  page,
}) => {
  const expected = await reasons();
  await page.goto(`lab/?seed=${SEED}&threshold=${THRESHOLD}`);
  const lab = page.locator('detection-lab');
  await expect(lab).toHaveAttribute('data-ready', '', PATIENCE);
  const panel = lab.locator('why-missed');
  const summary = lab.getByText('Why did it miss?', { exact: true });
  await summary.focus();
  await page.keyboard.press('Enter');
  const choose = panel.locator('select[name=object]');
  await expect(choose).toBeVisible(PATIENCE);
  const verdicts = panel.locator('.verdict');
  // The first that one detector found and another missed, and the last.
  const differing = expected.findIndex(
    (row) => new Set(row.map((text) => text.slice(0, 5))).size > 1,
  );
  for (const index of [differing, expected.length - 1]) {
    await choose.selectOption({ index: index + 1 });
    await expect(verdicts).toHaveText(expected[index], PATIENCE);
  }
  await choose.selectOption({ index: differing + 1 });
  await expect(lab.locator('ellipse')).toHaveCount(3);
  const pictures = panel.locator('pixel-view');
  await expect(pictures).toHaveCount(3);

  await panel.getByRole('radio', { name: 'gradient' }).check({ force: true });
  await expect(panel.getByText(/^Greatest: .+ lies on the object\.$/).first()).toBeVisible(
    PATIENCE,
  );
  await panel.getByRole('radio', { name: 'maps' }).check({ force: true });
  const spd = panel.locator('section').last();
  // Three channels before the space-to-depth, four phases of each.
  await expect(spd.locator('.four pixel-view')).toHaveCount(12, PATIENCE);
  await spd.locator('select[name=layer]').selectOption({ index: 3 });
  await expect(spd.locator('.channels pixel-view')).toHaveCount(6, PATIENCE);

  // A threshold below all scores leaves no box under the line; what is said follows without another pass.
  await lab.getByRole('slider', { name: /^Score threshold/ }).fill('0.05');
  await expect(verdicts.filter({ hasText: 'stays below the line at 0.40' })).toHaveCount(0);

  await page.setViewportSize({ width: 390, height: 844 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});
