import type { Locator, Page } from '@playwright/test';
import { mapImage } from '#components/kit/map-images.ts';
import type { Contender } from '#components/lab/contenders.ts';
import {
  atLengths,
  atOffsets,
  onOtherGrounds,
  type Subject,
  silence,
} from '#components/lab/vary/ask.ts';
import { vary as words } from '#content/words/en/vary.ts';
import {
  answerTo,
  LENGTHS_ASKED,
  lossSize,
  type ObjectAnswer,
  OFFSETS,
  spreadOf,
} from '#lib/analysis/index.ts';
import { SHOWN } from '#lib/detection/index.ts';
import { type Detector, filled } from '#lib/detector/index.ts';
import { DEFAULTS, NO_EDITS, type Pose, SceneRenderer, withPose } from '#lib/scenes/index.ts';
import { inNode } from './lib/detectors.ts';
import { openLab, PATIENCE } from './lib/lab.ts';
import { expect, test } from './lib/test.ts';

test.setTimeout(180_000);
const SEED = 3;
const TWO = ['yolov5p', 'yolov5p-wide-macs'];

/** The panel, opened; its first object is chosen. */
async function open(page: Page): Promise<{ lab: Locator; part: Locator }> {
  const lab = await openLab(page, `?seed=${SEED}&third=none`);
  await lab.getByText(words.title, { exact: true }).click();
  const part = lab.locator('vary-object');
  await part.locator('select[name=varied]').selectOption({ index: 1 });
  return { lab, part };
}

const renderer = new SceneRenderer();
const [object] = renderer.render({ seed: SEED }).standing;

async function answered(detector: Detector, pose: Partial<Pose>): Promise<ObjectAnswer> {
  const edits = withPose(NO_EDITS, object.id, { ...object, ...pose });
  const scene = renderer.render({ seed: SEED }, edits);
  const { outputs } = await detector.run(filled(scene));
  return answerTo(detector.boxes(outputs, { scoreThreshold: 0.01 }), scene.objects[0]);
}

/** The colours of a map on the page, four numbers a place. */
const colours = (map: Locator): Promise<number[]> =>
  map.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    return [...canvas.getContext('2d')!.getImageData(0, 0, width, height).data];
  });

/** Places of a map that nobody asked about yet: half clear, and no other place is. */
async function unasked(map: Locator): Promise<number> {
  const rgba = await colours(map);
  return rgba.filter((value, i) => i % 4 === 3 && value > 0 && value < 255).length;
}

/** Points that a curve has. */
const points = (curve: Locator): Promise<number> =>
  curve.evaluate((path) => path.getAttribute('d')!.split(/[ML]/).length - 1);

test('the score against length and the maps of a pixel are those that Node has', async ({
  page,
}) => {
  const { lab, part } = await open(page);
  const two = await inNode(TWO);
  const scores: number[] = [];
  for (const length of LENGTHS_ASKED) scores.push((await answered(two[0], { length })).score);
  const loss = lossSize(LENGTHS_ASKED, scores, SHOWN.scoreThreshold);
  const said = loss ? words.lost(loss) : loss === 0 ? words.never : words.always;
  await expect(part.locator('p[role=status]').first()).toHaveText(said, PATIENCE);
  await expect(part.locator('svg.chart')).toHaveCount(2);

  const all: ObjectAnswer[][] = [];
  for (const detector of two) {
    const answers: ObjectAnswer[] = [];
    for (const dy of OFFSETS)
      for (const dx of OFFSETS)
        answers.push(await answered(detector, { x: object.x + dx, y: object.y + dy }));
    all.push(answers);
  }
  const maps = part.locator('pixel-view');
  await expect(maps).toHaveCount(4);
  await expect.poll(() => unasked(maps.last()), PATIENCE).toBe(0);
  const high = Math.max(0.5, ...all.flat().map(({ error }) => error ?? 0));
  for (const [i, answers] of all.entries()) {
    for (const [k, value] of [
      (each: ObjectAnswer) => each.score,
      (each: ObjectAnswer) => each.error ?? 0,
    ].entries()) {
      const range = { low: 0, high: k === 0 ? 1 : high };
      const { rgba } = mapImage(answers.map(value), OFFSETS.length, OFFSETS.length, range);
      const shown = await colours(maps.nth(2 * i + k));
      answers.forEach(({ error }, place) => {
        const [own, wanted] = [shown, rgba].map((from) => [
          ...from.slice(4 * place, 4 * place + 4),
        ]);
        if (error === null) expect(own[3], `map ${k} of ${TWO[i]} at ${place}`).toBe(0);
        else
          own.forEach((colour, c) => {
            expect(Math.abs(colour - wanted[c]), `map ${k} of ${TWO[i]} at ${place}`).toBeLessThan(
              4,
            );
          });
      });
    }
    const known = answers.map(({ score }) => score);
    const range = words.scoreRange(Math.min(...known), Math.max(...known));
    await expect(part.getByText(range).first()).toBeVisible();
  }
  // A map that shows the same everywhere would prove nothing.
  expect(new Set(all[0].map(({ score }) => score.toFixed(2))).size).toBeGreaterThan(5);

  // The length changes the scene, and the curve stays.
  const slider = part.getByRole('slider', { name: /^Its length/ });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(lab.getByText(/^New size: \w+, 3\.0 px long/)).toBeVisible();
  await expect(page).toHaveURL(/edits=1_m0\./);
  await expect(part.locator('p[role=status]').first()).toHaveText(said);
});

test('the same object on other backgrounds says what it says in Node', { tag: '@long' }, async ({
  page,
}) => {
  const { part } = await open(page);
  await part.locator('select[name=others]').selectOption('5');
  await part.getByRole('button', { name: words.ask }).click();

  const [detector] = await inNode(TWO);
  const contenders = [{ detector }] as unknown as Contender[];
  const signal = new AbortController().signal;
  const asking = { contenders, signal, step: () => {} };
  const subject: Subject = { scene: { ...DEFAULTS, seed: SEED }, edits: NO_EDITS, object };
  const [losses, ranges, seeds]: number[][] = [[], [], []];
  for await (const other of onOtherGrounds(subject, { count: 5, after: SEED }, signal)) {
    const [lengths, offsets] = [silence(asking), silence(asking)];
    await atLengths(other, asking, lengths);
    await atOffsets(other, asking, offsets, 2);
    const at = (of: typeof lengths) => of[0].map((answer) => answer!.score);
    losses.push(
      lossSize(LENGTHS_ASKED, at(lengths), SHOWN.scoreThreshold) ?? LENGTHS_ASKED.at(-1)!,
    );
    ranges.push(Math.max(...at(offsets)) - Math.min(...at(offsets)));
    seeds.push(other.scene.seed);
  }
  expect(losses).toHaveLength(5);
  const { low, middle, high } = spreadOf(losses);
  const first = part.locator('.models section').first();
  await expect(first.locator('p[role=status]')).toContainText(
    words.othersLost(low, middle, high),
    PATIENCE,
  );
  await expect(part.getByText(words.othersRange(5, spreadOf(ranges))).first()).toBeVisible(
    PATIENCE,
  );
  const shown = part.locator('.grounds canvas');
  await expect(shown).toHaveCount(5);
  for (const [i, seed] of seeds.entries())
    await expect(shown.nth(i)).toHaveAccessibleName(words.ground(seed));
  await expect(part.locator('path.band')).toHaveCount(2);
});

test('curves and maps draw themselves answer by answer; Stop keeps what came, and it goes on from there', {
  tag: '@long',
}, async ({ page }) => {
  const lab = await openLab(page, `?seed=${SEED}&third=none`);
  await lab.getByText(words.title, { exact: true }).click();
  const part = lab.locator('vary-object');
  await expect(part.locator('select[name=varied]')).toBeVisible(PATIENCE);
  // How many points the first curve has, each time it is drawn.
  await part.evaluate((element) => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const d = element.shadowRoot!.querySelector('path.own')?.getAttribute('d') ?? '';
      const count = d.split(/[ML]/).length - 1;
      if (seen.at(-1) !== count) seen.push(count);
    }).observe(element.shadowRoot!, { subtree: true, childList: true, attributes: true });
  });
  await part.locator('select[name=varied]').selectOption({ index: 1 });
  const stop = part.getByRole('button', { name: 'Stop' });
  const maps = part.locator('.two pixel-view');
  const drawn = () => page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  await expect.poll(async () => (await drawn()).length, PATIENCE).toBeGreaterThan(4);
  await stop.click();
  await expect(part.getByText('Stopped.')).toBeVisible();
  const seen = await drawn();
  expect(seen.length).toBeGreaterThan(4);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  const kept = [await points(part.locator('path.own').first()), await unasked(maps.first())];
  expect(kept[0]).toBeGreaterThan(0);
  expect(kept[1]).toBeGreaterThan(0);
  // What is under way when it stops may still come; then nothing does.
  await page.waitForTimeout(500);
  const later = await unasked(maps.first());
  await page.waitForTimeout(500);
  expect(await unasked(maps.first())).toBe(later);
  await part.getByRole('button', { name: words.goOn }).click();
  await expect.poll(() => unasked(maps.first()), PATIENCE).toBeLessThan(later);
  await expect.poll(() => unasked(maps.first()), PATIENCE).toBe(0);
  expect(await points(part.locator('path.own').first())).toBe(LENGTHS_ASKED.length);

  // The same on other backgrounds, stopped by key.
  await part.locator('select[name=others]').selectOption('5');
  await part.getByRole('button', { name: words.ask }).click();
  const grounds = part.locator('.grounds li');
  await expect.poll(() => grounds.count(), PATIENCE).toBeGreaterThan(1);
  await stop.focus();
  await page.keyboard.press('Enter');
  await expect(part.getByText('Stopped.')).toBeVisible();
  const there = await grounds.count();
  expect(there).toBeLessThan(5);
  await expect(part.locator('path.band')).toHaveCount(2);
  expect((await part.locator('path.band').first().getAttribute('d'))!.length).toBeGreaterThan(100);
  await page.waitForTimeout(500);
  await expect(grounds).toHaveCount(there);
  await part.getByRole('button', { name: words.goOn }).click();
  await expect(grounds).toHaveCount(5, PATIENCE);
  await expect(part.getByText(/^On 5 other backgrounds/)).toHaveCount(2, PATIENCE);
});

test('a set piece opens without the edits of the scene before', async ({ page }) => {
  const lab = await openLab(page, `?seed=${SEED}&third=none&edits=1_r1`);
  await lab.getByText('Set pieces', { exact: true }).click();
  const pieces = lab.locator('scene-gallery button');
  await pieces.first().click();
  await expect(page).toHaveURL(/seed=60\d+/);
  await expect(page).not.toHaveURL(/edits=/);
});
