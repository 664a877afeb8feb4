import { pieceAround } from '#components/kit/map-images.ts';
import { sentenceOf } from '#components/lab/why/sentence.ts';
import { cellsNear, explain } from '#lib/analysis/index.ts';
import type { Level } from '#lib/detection/index.ts';
import { filled } from '#lib/detector/index.ts';
import { CLASSES, generateScene } from '#lib/scenes/index.ts';
import { inNode } from './lib/detectors.ts';
import { expect, test } from './lib/test.ts';

// Two detectors look, and are asked why, in a software browser on two busy cores.
test.setTimeout(150_000);
const PATIENCE = { timeout: 60_000 };
const SEED = 3;
const THREE = ['yolov5p', 'yolov5p-wide-macs', 'yolov5p-spd'];
const THRESHOLD = 0.4;

const { objects, ...picture } = generateScene({ seed: SEED });

/** All that the heads of the detectors say of the scene, by the engine in Node: [detector][level]. */
async function heads(): Promise<Level[][]> {
  const all: Level[][] = [];
  for (const detector of await inNode(THREE))
    all.push(detector.levels((await detector.run(filled(picture))).outputs));
  return all;
}

/** Why each detector found or missed each object: [object][detector]. */
function reasons(levels: readonly Level[][]): string[][] {
  return objects.map(({ classIndex }, index) =>
    levels.map((each) =>
      sentenceOf(
        explain(each, { truths: objects, index, threshold: THRESHOLD }),
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
  const expected = reasons(await heads());
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

test('draws the score of every anchor near an object, as Node has it, on every grid', async ({
  page,
}) => {
  const levels = await heads();
  await page.goto(`lab/?seed=${SEED}&threshold=${THRESHOLD}`);
  const lab = page.locator('detection-lab');
  await expect(lab).toHaveAttribute('data-ready', '', PATIENCE);
  await lab.getByText('Why did it miss?', { exact: true }).click();
  const panel = lab.locator('why-missed');
  const choose = panel.locator('select[name=object]');
  await expect(choose).toBeVisible(PATIENCE);
  await choose.selectOption({ index: 1 });
  const { x, y, width, height, classIndex } = objects[0];
  const side = Math.max(48, Math.round(2.5 * Math.max(width, height)));
  const piece = pieceAround(picture, x + width / 2, y + height / 2, side);
  const area = { x: piece.x, y: piece.y, width: piece.side, height: piece.side };
  const grids = panel.getByRole('radio', { name: /^P\d, / });
  await expect(grids).toHaveCount(levels[0].length, PATIENCE);
  let several = 0;
  for (const [grid, { stride, anchors }] of levels[0].entries()) {
    await grids.nth(grid).check({ force: true });
    for (const [i, each] of levels.entries()) {
      // Fainter bars come and go with the last digit.
      const scores = cellsNear(each[grid], area, classIndex).flatMap((cell) =>
        cell.scores.map((score, anchor) => ({ ...cell, score, anchor })),
      );
      const wanted = scores.filter(({ score }) => score > 0.03);
      several += wanted.length;
      const bars = await panel
        .locator('section')
        .nth(i)
        .locator('rect.bar')
        .evaluateAll((all) =>
          all.map((bar) => ['x', 'y', 'width'].map((name) => Number(bar.getAttribute(name)))),
        );
      for (const { row, column, score, anchor } of wanted) {
        const slot = stride / anchors.length;
        const own = bars.find(
          ([left, top]) =>
            Math.floor(left / stride) === column &&
            Math.floor(top / stride) === row &&
            Math.floor((top - row * stride) / slot) === anchor,
        );
        expect(own, `row ${row}, column ${column}, anchor ${anchor}`).toBeDefined();
        // As long as the score says, of a cell less the room around it.
        expect(Math.abs(own![2] / (0.88 * stride) - score)).toBeLessThan(0.02);
      }
      expect(bars.length).toBeGreaterThanOrEqual(wanted.length);
      expect(bars.length).toBeLessThanOrEqual(scores.filter(({ score }) => score > 0.004).length);
    }
    await expect(
      panel.getByText(/^Each square is one cell of the chosen grid\. Its 3 bars/),
    ).toBeVisible();
  }
  expect(several).toBeGreaterThan(10);
});
