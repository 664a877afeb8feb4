import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { readArchitectures } from '#commands/architectures.ts';
import { weightsFile } from '#commands/fixtures.ts';
import { COCO } from '#components/weights/names.ts';
import { syntheticInput } from '#lib/engine/index.ts';
import { buildGraph } from '#lib/model/index.ts';
import { packedPng } from '#lib/png/packed.ts';
import { readSafetensors, writeSafetensors } from '#lib/safetensors/index.ts';
import { DEFAULTS, generateScene, type Scene } from '#lib/scenes/index.ts';
import { violations } from './lib/axe.ts';
import { onDisk } from './lib/odd-files.ts';
import { expect, test } from './lib/test.ts';

// Networks start in a software browser on two busy cores.
test.setTimeout(120_000);
const PATIENCE = { timeout: 60_000 };
const SIZE = 64;

const architectures = readArchitectures();
const graphOf = (name: string) => buildGraph(architectures.get(name), { size: SIZE });
const weightsOf = (name: string) => Buffer.from(weightsFile(graphOf(name)));
const file = (name: string, buffer: Buffer) => onDisk({ name, buffer }, test.info());
const sceneOf = (seed: number) => generateScene({ ...DEFAULTS, seed, resolution: SIZE });
const png = (
  name: string,
  { pixels, width, height }: Pick<Scene, 'pixels' | 'width' | 'height'>,
) => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(packedPng(pixels, width, height)),
});

async function open(page: Page, query = ''): Promise<Locator> {
  await page.goto(`weights/${query}`);
  const own = page.locator('your-weights');
  await expect(own.locator('scene-view')).toBeVisible(PATIENCE);
  return own;
}

const weightsInput = (own: Locator) => own.locator('weights-loader input[type=file]');
const pictureInput = (own: Locator) => own.locator('picture-strip input[type=file]');
const ready = (own: Locator) => expect(own).toHaveAttribute('data-ready', '', PATIENCE);

/** The table of boxes: class, score, left, top, width, height. */
async function table(own: Locator): Promise<{ name: string; numbers: number[] }[]> {
  const rows = await own
    .locator('own-result tbody tr')
    .evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent!.trim())),
    );
  return rows.map(([name, ...numbers]) => ({ name, numbers: numbers.map(Number) }));
}

/** What PyTorch found with synthetic weights in a picture of noise; training/strideless/detections_fixture.py. */
const fixture = JSON.parse(
  readFileSync(new URL('../fixtures/detections.json', import.meta.url), 'utf8'),
) as {
  architecture: string;
  size: number;
  scoreThreshold: number;
  iouThreshold: number;
  /** Class, score, left, top, width, height; best first. */
  boxes: [number, ...number[]][];
};

/** The picture of the fixture: the synthetic one in 8 bits. */
function noise() {
  const graph = buildGraph(architectures.get(fixture.architecture), { size: fixture.size });
  const pixels = Uint8ClampedArray.from(syntheticInput(graph), (u) => Math.floor(256 * u));
  return png('noise.png', { pixels, width: fixture.size, height: fixture.size });
}

test('random weights of YOLOv5-SPD-n from a file find in a picture what PyTorch finds with them', async ({
  page,
}) => {
  const { architecture, size, scoreThreshold, iouThreshold, boxes } = fixture;
  const own = await open(page, `?size=${size}&threshold=${scoreThreshold}&iou=${iouThreshold}`);
  await own.getByLabel('Back end').selectOption('wasm');
  await pictureInput(own).setInputFiles(noise());
  await weightsInput(own).setInputFiles(file('random.safetensors', weightsOf(architecture)));
  await expect(own.getByText('random.safetensors: yolov5n-spd, 80 classes')).toBeVisible(PATIENCE);
  await ready(own);
  await expect(own.locator('.tally')).toContainText(/boxes, [\d.]+ ms on wasm/);

  expect(boxes.length).toBeGreaterThan(10);
  const rows = await table(own);
  expect(rows.map(({ name }) => name)).toEqual(boxes.map(([classIndex]) => COCO[classIndex]));
  rows.forEach(({ numbers }, i) => {
    const [, score, ...sides] = boxes[i];
    expect(Math.abs(numbers[0] - score)).toBeLessThan(0.001);
    sides.forEach((side, k) => {
      expect(Math.abs(numbers[k + 1] - side)).toBeLessThan(0.1);
    });
  });

  // The classes go by the reader's names, the thresholds stand in the address.
  await own.getByText('80 names for 80 classes').click();
  await own.getByLabel('One name a line').fill('first\nsecond');
  await own.getByLabel('One name a line').blur();
  const [classIndex] = boxes[0];
  const named = classIndex < 2 ? ['first', 'second'][classIndex] : `class ${classIndex}`;
  await expect.poll(async () => (await table(own))[0].name).toBe(named);
  await own.getByRole('slider', { name: 'Score threshold' }).fill('0.3');
  await expect(page).toHaveURL(/threshold=0.3(&|$)/);
  await expect.poll(async () => (await table(own)).length).toBeGreaterThan(boxes.length);

  // Layer 2 is a space-to-depth: 128 channels of 24 x 24.
  await own.getByLabel('Layer').selectOption('2');
  await expect(own.getByText('Channels 0 to 31 of 128')).toBeVisible(PATIENCE);
  await expect(own.locator('.maps canvas')).toHaveCount(32);
  await expect(page).toHaveURL(/layer=2/);
  const said = own.getByText(/^Channel 0: least /);
  await expect(said).toBeVisible();
  await own.getByRole('slider', { name: 'Channel' }).fill('40');
  await expect(own.getByText('Channels 32 to 63 of 128')).toBeVisible();
  const greys = await own.locator('.large canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return [...new Set(data)].length;
  });
  expect(greys).toBeGreaterThan(20);
});

test('what is not these weights is refused in words, and the page goes on', async ({ page }) => {
  const own = await open(page, `?size=${SIZE}`);
  const input = weightsInput(own);
  const refusal = own.getByRole('alert').filter({ hasText: 'was not loaded' });
  const faults = own.locator('.faults');

  const strided = weightsOf('yolov5n');
  await input.setInputFiles(file('other.safetensors', strided));
  await expect(refusal).toContainText('“other.safetensors” was not loaded', PATIENCE);
  await expect(refusal).toContainText('not of yolov5n-spd');
  await expect(faults).toContainText('missing: model.0.conv.conv.weight (16 x 12 x 3 x 3)');
  await expect(faults).toContainText('extra: model.0.conv.weight');
  await expect(faults).toContainText(
    'misshaped: model.7.conv.weight is 256 x 128 x 3 x 3, yolov5n-spd needs 128 x 64 x 3 x 3',
  );

  const whole = weightsOf('yolov5n-spd');
  await input.setInputFiles(file('cut.safetensors', whole.subarray(0, 5_000_000)));
  await expect(refusal).toContainText('“cut.safetensors” was not loaded', PATIENCE);
  await expect(refusal).toContainText('cut short');
  await expect(refusal).not.toContainText('other.safetensors');

  const tensors = Object.fromEntries(readSafetensors(new Uint8Array(whole)).tensors);
  const bias = { ...tensors['model.1.bn.bias'], data: new Float32Array(32).fill(Number.NaN) };
  const broken = Buffer.from(writeSafetensors({ ...tensors, 'model.1.bn.bias': bias }));
  await input.setInputFiles(file('broken.safetensors', broken));
  await expect(refusal).toContainText('NaN', PATIENCE);
  await expect(refusal).toContainText('model.1.bn.bias');

  await input.setInputFiles(file('page.safetensors', Buffer.from('<!doctype html>')));
  await expect(own.getByText('“page.safetensors” is an HTML page')).toBeVisible(PATIENCE);
  await input.setInputFiles(file('best.pt', Buffer.from('80027d71', 'hex')));
  await expect(own.getByText('“best.pt” is a PyTorch pickle')).toBeVisible();

  // The file tells whose it is: one press goes there.
  await input.setInputFiles(file('other.safetensors', strided));
  await own.getByRole('button', { name: 'Switch to yolov5n', exact: true }).click(PATIENCE);
  await expect(own.getByText('other.safetensors: yolov5n, 80 classes')).toBeVisible(PATIENCE);
  await expect(page).toHaveURL(/architecture=yolov5n(&|$)/);
  await ready(own);
  await expect(refusal).toHaveCount(0);
});

test('five loadings take no more memory than one', async ({ page }) => {
  const own = await open(page, `?size=${SIZE}&architecture=yolov5p`);
  const buffer = weightsOf('yolov5p');
  const held = own.locator('.memory');
  let after = '';
  for (let i = 0; i < 5; i++) {
    await weightsInput(own).setInputFiles(file(`weights-${i}.safetensors`, buffer));
    await expect(own.getByText(`weights-${i}.safetensors: yolov5p`)).toBeVisible(PATIENCE);
    await ready(own);
    if (i === 0) {
      await expect(held).toContainText('1 model', PATIENCE);
      after = (await held.textContent())!;
    }
  }
  expect(after).toMatch(/1 model, \d+ tensors, \d\.\d MB/);
  await expect(held).toHaveText(after);
  await own.getByRole('button', { name: 'Unload' }).click();
  await expect(held).toContainText('0 models, 0 tensors, 0.0 MB', PATIENCE);
});

test('a loading can be stopped, and then tried again', async ({ page }) => {
  let hangs = true;
  await page.route('**/yolov5p-spd.safetensors', (route) =>
    hangs ? new Promise<void>(() => {}) : route.continue(),
  );
  const own = await open(page, '?weights=yolov5p-spd');
  await expect(own.getByText('Fetching the weights')).toBeVisible(PATIENCE);
  await own.getByRole('button', { name: 'Stop' }).click();
  await expect(own.getByText('Stopped. Nothing was loaded.')).toBeVisible(PATIENCE);
  await expect(page).not.toHaveURL(/weights=/);
  hangs = false;
  await own.getByLabel('Or take ours').selectOption('yolov5p-spd');
  await expect(own.getByText('Our trained weights: yolov5p-spd, 5 classes')).toBeVisible(PATIENCE);
  await expect(page).toHaveURL(/weights=yolov5p-spd/);
  await ready(own);
});

test('our trained classifier comes with its width, its size and its classes', async ({ page }) => {
  const own = await open(page, '?weights=cifar10/resnet18-spd');
  await expect(own.getByText('resnet18-spd, 10 classes, 1,283,178 parameters')).toBeVisible(
    PATIENCE,
  );
  await ready(own);
  await expect(own.getByText('for a picture of 32 × 32 pixels')).toBeVisible();
  const first = own.locator('own-result tbody tr').first();
  await expect(first).toContainText(/airplane|automobile|bird|cat|deer|dog|frog|horse|ship|truck/);
  // Another architecture leaves them.
  await own.getByLabel('Architecture').selectOption('resnet18');
  await expect(own.getByText('10 classes')).toHaveCount(0);
  await expect(page).not.toHaveURL(/weights=/);
});

test('a pass that runs is broken off, and the weights are loaded again for the next', {
  tag: '@long',
}, async ({ page }) => {
  const own = await open(page, `?architecture=yolov5s-spd&size=${SIZE}&weights=random`);
  // The engine is at rest on a back end of our choice, so that what comes next is a pass and nothing else.
  await ready(own);
  await own.getByLabel('Back end').selectOption('wasm');
  await expect(own.locator('.tally')).toContainText('on wasm', PATIENCE);
  await ready(own);
  const [worker] = page.workers();
  const ended = new Promise<void>((resolve) => worker.once('close', () => resolve()));
  // A pass of seconds.
  await own.getByLabel('Input size').selectOption('1280');
  const looking = own.locator('answer-status').filter({ hasText: 'The network is looking' });
  await looking.getByRole('button', { name: 'Stop' }).click(PATIENCE);
  await expect(own.getByText('The pictures without a result were not looked at')).toBeVisible();
  await ended;
  await expect(own.locator('.memory')).toContainText('0 models', PATIENCE);
  await expect(own).not.toHaveAttribute('data-ready');
  await expect(own.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);

  await own.getByRole('button', { name: 'Go on' }).click();
  await expect(looking).toBeVisible();
  await ready(own);
  await expect(own.locator('.tally')).toContainText('on wasm');
  await expect(own.locator('.memory')).toContainText('1 model', PATIENCE);
});

test('several pictures are looked at, and a broken one gets a sentence', async ({ page }) => {
  const own = await open(page, `?size=${SIZE}&architecture=resnet18-spd&weights=random`);
  await ready(own);
  await expect(own.locator('own-result tbody tr')).toHaveCount(5);
  await pictureInput(own).setInputFiles([
    png('a.png', sceneOf(1)),
    { name: 'torn.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') },
    png('b.png', sceneOf(2)),
  ]);
  await expect(own.getByText('“torn.png” could not be read')).toBeVisible(PATIENCE);
  const thumbs = own.getByRole('list', { name: 'The pictures' }).getByRole('button');
  await expect(thumbs).toHaveCount(2);
  await expect(thumbs.nth(1)).toHaveAccessibleName(/^b\.png, class \d+$/, PATIENCE);
  await thumbs.nth(1).click();
  await expect(own.locator('own-result canvas').first()).toHaveAccessibleName(/^b\.png: class/);
  await own.getByRole('button', { name: 'Remove this picture' }).click();
  await own.getByRole('button', { name: 'Use the sample scene' }).click();
  await expect(own.locator('own-result canvas').first()).toHaveAccessibleName(/^sample scene/);
});

test('works with the keyboard, on a phone, and axe finds nothing once it is at work', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const own = await open(page, `?size=${SIZE}&architecture=yolov5p&layer=1`);
  await own.getByRole('button', { name: 'Try random weights' }).focus();
  await page.keyboard.press('Enter');
  await ready(own);
  await expect(page).toHaveURL(/weights=random/);
  await own.getByRole('slider', { name: 'IoU threshold' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/iou=0.5/);
  await own.getByRole('slider', { name: 'Channel' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(own.getByText(/^Channel 1: least /)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await violations(page)).toEqual([]);
});
