import { marksOf } from '#components/kit/marks.ts';
import { alarm as words } from '#content/words/en/alarm.ts';
import { lab as labWords } from '#content/words/en/lab.ts';
import { why } from '#content/words/en/why.ts';
import { reasonOfAlarm, type SaidThere, saidAt } from '#lib/analysis/index.ts';
import {
  intersectionOverUnion,
  type Level,
  nonMaxSuppression,
  SHOWN,
} from '#lib/detection/index.ts';
import { filled } from '#lib/detector/index.ts';
import { CLASSES, generateScene, type Scene } from '#lib/scenes/index.ts';
import { inNode } from './lib/detectors.ts';
import { openLab, PATIENCE } from './lib/lab.ts';
import { expect, test } from './lib/test.ts';

test.setTimeout(180_000);
const SEED = 3;
const THREE = ['yolov5p', 'yolov5p-wide-macs', 'yolov5p-spd'] as const;
const NAMES = THREE.map((name) => labWords.longest(labWords.variants[name]));
const THRESHOLD = 0.3;

interface Known {
  /** Of which detector. */
  by: number;
  x: number;
  y: number;
  width: number;
  height: number;
  classIndex: number;
  score: number;
  /** What every detector says there. */
  said: SaidThere[];
}

/** The false alarms of the scene, as Node finds them. */
async function alarmsOf({ objects, ...picture }: Scene): Promise<Known[]> {
  const levels: Level[][] = [];
  const boxes: Omit<Known, 'said'>[] = [];
  for (const [by, detector] of (await inNode(THREE)).entries()) {
    const { outputs } = await detector.run(filled(picture));
    levels.push(detector.levels(outputs));
    const sure = detector.boxes(outputs, { scoreThreshold: THRESHOLD });
    for (const { kind, score, ...box } of marksOf(nonMaxSuppression(sure, SHOWN), objects))
      if (kind === 'false') boxes.push({ by, ...box, score: score! });
  }
  const setting = { truths: objects, threshold: THRESHOLD };
  return boxes.map((box) => ({ ...box, said: levels.map((each) => saidAt(each, box, setting)) }));
}

/** What the panel says of a detector that is not the one that raised it, as a pattern. */
function heard(said: SaidThere, kind: string): RegExp {
  const score = said.kind === 'silent' ? '' : said.box.score.toFixed(2);
  switch (said.kind) {
    case 'same':
      return new RegExp(`^Says ${kind} there too, with ${score}${said.hit < 0 ? '\\.' : ', and'}`);
    case 'other':
      return new RegExp(`^Shows a ${CLASSES[said.box.classIndex]} there, with ${score}`);
    case 'below':
      return new RegExp(`^Shows nothing there: .* ${score} and stays below`);
    case 'suppressed':
      return new RegExp(`^Shows nothing there: .* ${score} and gave way`);
    case 'silent':
      return new RegExp(`^No box that says ${kind} lies there`);
  }
}

test('a false alarm is gone to by key, by the list or by a click: why it is false and what each detector said there is what Node has', async ({
  page,
}) => {
  const scene = generateScene({ seed: SEED });
  const truths = scene.objects;
  const alarms = await alarmsOf(scene);
  expect(alarms.length).toBeGreaterThan(2);
  const lab = await openLab(page, `?seed=${SEED}&threshold=${THRESHOLD}`);
  await expect(lab.getByText(words.count(alarms.length))).toBeVisible();
  await lab.getByText('Why did it miss?', { exact: true }).click();
  const panel = lab.locator('why-missed');
  const about = lab.locator('section.asked');
  const choose = panel.locator('select[name=object]');
  await expect(choose.locator('optgroup option')).toHaveCount(alarms.length, PATIENCE);

  const shows = async (i: number) => {
    const { by, classIndex, score, said, ...box } = alarms[i];
    const kind = CLASSES[classIndex];
    const size = Math.max(box.width, box.height);
    await expect(about.getByRole('heading')).toHaveText(words.title(NAMES[by], kind, size, score));
    const reason = reasonOfAlarm(alarms[i], truths);
    if (reason.kind !== 'empty')
      await expect(about).toContainText(`by ${reason.overlap.toFixed(2)} (IoU)`);
    for (const [other, each] of said.entries())
      await expect(panel.locator('.verdict').nth(other)).toHaveText(
        other === by ? new RegExp(`^Says ${kind} with ${score.toFixed(2)}\\. `) : heard(each, kind),
        PATIENCE,
      );
    await expect(choose.locator('option:checked')).toHaveText(
      words.option(i + 1, kind, score, NAMES[by]),
    );
    await expect(lab.locator('ellipse')).toHaveCount(3);
  };

  // From one to the next by key, and around.
  const next = lab.getByRole('button', { name: words.next });
  await next.focus();
  for (let i = 0; i < alarms.length; i++) {
    await page.keyboard.press('Enter');
    await shows(i);
  }
  await page.keyboard.press('Enter');
  await shows(0);
  // By the list of the panel.
  await choose.selectOption({ index: truths.length + 2 });
  await shows(1);

  // By a click in the picture of the detector that says so, where its middle is nearer than any object's.
  const middle = ({ x, y, width, height }: Pick<Known, 'x' | 'y' | 'width' | 'height'>) => [
    x + width / 2,
    y + height / 2,
  ];
  const clicked = alarms.findIndex((alarm) =>
    [...truths, ...alarms.filter(({ by }) => by === alarm.by)].every(
      (other) =>
        other === alarm ||
        intersectionOverUnion(alarm, other) < 0.5 ||
        Math.hypot(middle(alarm)[0] - middle(other)[0], middle(alarm)[1] - middle(other)[1]) > 1,
    ),
  );
  expect(clicked).toBeGreaterThanOrEqual(0);
  const view = lab.locator('lab-panel').nth(alarms[clicked].by).locator('scene-view');
  await view.scrollIntoViewIfNeeded();
  const frame = (await view.boundingBox())!;
  const [x, y] = middle(alarms[clicked]).map((at) => (at * frame.width) / scene.width);
  await page.mouse.click(frame.x + x, frame.y + y);
  await shows(clicked);

  // Its score's gradient: of those that have such a box, and a sentence for the others. No object is claimed to be there.
  await panel.getByRole('radio', { name: 'gradient' }).check({ force: true });
  await expect(panel.getByText(/% of it lies within the box\.$/).first()).toBeVisible(PATIENCE);
  const silent = alarms[clicked].said.filter(
    (said) => said.kind === 'silent' || (said.kind === 'other' && !said.own),
  ).length;
  await expect(panel.getByText(why.noGradient)).toHaveCount(silent);
  await expect(panel.getByText(/lies on the object/)).toHaveCount(0);
  await panel.getByRole('radio', { name: 'maps' }).check({ force: true });
  await expect(panel.locator('section').last().locator('.four pixel-view')).toHaveCount(
    12,
    PATIENCE,
  );

  // An object in its stead, and the alarm is no longer spoken of; a line above its score, and it is gone.
  await lab.getByRole('button', { name: 'Next difference' }).click();
  await expect(about).not.toContainText('A false alarm of');
  await next.click();
  await shows(0);
  await lab.getByRole('slider', { name: /^Score threshold/ }).fill('0.95');
  await expect(lab.getByText(words.count(0))).toBeVisible();
  await expect(about).toHaveCount(0);
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await expect(panel.locator('.verdict')).toHaveCount(0);

  await page.setViewportSize({ width: 390, height: 844 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});

test('next to the picture of each detector stand its multiplications, and the time that it took of late', async ({
  page,
}) => {
  const lab = await openLab(page, `?seed=${SEED}`);
  const prices = lab.locator('lab-panel .price');
  const macs = (await inNode(THREE)).map((detector) => detector.graphAt(128).macs);
  expect(new Set(macs).size).toBe(3);
  for (const [i, count] of macs.entries())
    await expect(prices.nth(i)).toHaveText(
      new RegExp(`^${(count / 1e6).toPrecision(3)} million multiplications.*, \\d+\\.\\d ms`),
    );
  // More looks steady it.
  for (let i = 0; i < 3; i++) {
    await lab.getByRole('button', { name: 'Next scene' }).click();
    await expect(lab).toHaveAttribute('data-ready', '', PATIENCE);
    await expect(prices.first()).toContainText(`the middle of ${i + 2} looks`, PATIENCE);
  }
  // A quarter of the pixels is a quarter of the work, and its times are its own.
  await lab.getByRole('slider', { name: /^Resolution/ }).focus();
  await page.keyboard.press('Home');
  await expect(prices.first()).toHaveText(
    new RegExp(`^${(macs[0] / 4e6).toPrecision(3)} million`),
    PATIENCE,
  );
});
