// A second finger that comes while the first one holds something: the thing follows the first, as if there were no other.
import type { Locator, Page } from '@playwright/test';
import { openLab } from './lib/lab.ts';
import { expect, test } from './lib/test.ts';

test.use({ viewport: { width: 900, height: 900 }, hasTouch: true });

type Place = readonly [x: number, y: number];
const between = (a: Place, b: Place, share: number): Place => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/**
 * The first finger goes from one place to another. Half way there a second one comes down elsewhere, moves a little, and
 * lifts again; then the first goes on.
 */
async function disturbed(page: Page, from: Place, to: Place, second: Place): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...fingers: Place[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: fingers.map(([x, y], id) => ({ x, y, id })),
    });
  const half = between(from, to, 0.5);
  await touch('touchStart', from);
  for (const share of [0.125, 0.25, 0.375, 0.5]) await touch('touchMove', between(from, to, share));
  await touch('touchStart', half, second);
  for (const by of [3, 6, 9]) await touch('touchMove', half, [second[0] + by, second[1] + by]);
  // A point that is no longer named has been lifted.
  await touch('touchMove', half);
  for (const share of [0.625, 0.75, 0.875, 1]) await touch('touchMove', between(from, to, share));
  await touch('touchEnd');
}

async function middle(what: Locator): Promise<Place> {
  await what.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const { x, y, width, height } = (await what.boundingBox())!;
  return [x + width / 2, y + height / 2];
}

test('on the pad of the classification lab a stroke stays one stroke', async ({ page }) => {
  await page.goto('classify/?drawing=blank');
  const pad = page.locator('draw-pad canvas');
  await middle(pad);
  const box = (await pad.boundingBox())!;
  const at = (x: number, y: number): Place => [
    box.x + ((x + 0.5) * box.width) / 32,
    box.y + ((y + 0.5) * box.height) / 32,
  ];
  /** Rows of the picture on which anything was drawn. */
  const rows = () =>
    pad.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, 32, 32);
      const sky = String([...data.slice(0, 3)]);
      return Array.from({ length: 32 }, (_, y) => y).filter((y) =>
        Array.from({ length: 32 }, (_, x) => 4 * (32 * y + x)).some(
          (i) => String([...data.slice(i, i + 3)]) !== sky,
        ),
      );
    });
  await disturbed(page, at(4, 5), at(26, 5), at(12, 24));
  await expect.poll(rows).toEqual([4, 5, 6]);
  const drawn = await pad.evaluate((canvas: HTMLCanvasElement) => [
    ...canvas.getContext('2d')!.getImageData(25, 5, 1, 1).data,
  ]);
  expect(drawn.slice(0, 3)).toEqual([245, 245, 243]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(rows).toEqual([]);
});

test('the car of the first page stays with the finger that took it', async ({ page }) => {
  await page.goto('');
  const stage = page.locator('halved-car [data-stage]');
  await expect(page.getByRole('button', { name: /Drag it, or move it/ })).toBeVisible();
  await middle(stage);
  const box = (await stage.boundingBox())!;
  const at = (x: number, y: number): Place => [
    box.x + (x / 32) * box.width,
    box.y + (y / 32) * box.height,
  ];
  const verdict = page.locator('halved-car .verdict');
  const [x, y] = (await verdict.textContent())!
    .match(/Column (\d+), row (\d+)/)!
    .slice(1)
    .map(Number);
  await disturbed(page, at(x, y), at(x + 6, y), at(x + 1, y + 2));
  await expect(verdict).toContainText(`Column ${x + 6}, row ${y}`);
});

test('a point of a drawn curve stays with its finger, and its neighbour where it is', async ({
  page,
}) => {
  await page.goto('chapters/who-did-it/');
  const points = page.locator('svg.curve circle');
  const [first, other] = [await middle(points.nth(1)), await middle(points.nth(2))];
  const from = await middle(points.nth(1));
  expect(first[0]).not.toBe(other[0]);
  const before = (await points.nth(2).boundingBox())!;
  await disturbed(page, from, [from[0], from[1] - 40], [before.x + 4, before.y + 4]);
  await expect
    .poll(async () =>
      Math.round((await points.nth(1).boundingBox())!.y + before.height / 2 - from[1]),
    )
    .toBeLessThan(-36);
  expect((await points.nth(2).boundingBox())!.y).toBe(before.y);
});

test('of an order the row that a finger took goes where that finger goes', async ({ page }) => {
  await page.goto('chapters/why-small-things-vanish/');
  const order = page.locator('#predict-vanish-order');
  await expect(order.getByRole('button', { name: 'That is my guess' })).toBeVisible();
  const names = () => order.locator('li span').allTextContents();
  const before = await names();
  const [x, first] = await middle(order.locator('li').nth(0));
  const [third, last] = await Promise.all(
    [2, 4].map(async (i) => {
      const { y, height } = (await order.locator('li').nth(i).boundingBox())!;
      return y + height / 2;
    }),
  );
  await disturbed(page, [x, first], [x, third], [x, last]);
  expect(await names()).toEqual([before[1], before[2], before[0], ...before.slice(3)]);
});

test('what a figure gives to hold stays with its finger', async ({ page }) => {
  await page.goto('embed/anchors/?x=40&y=50&width=20&height=10&fit=page');
  await expect(page.getByRole('button', { name: 'Explore cells' })).toBeVisible();
  const box = (await page.locator('spd-figure > svg').boundingBox())!;
  // The first panel begins at (4, 46); its picture of 128 px is 232 wide.
  const k = box.width / 760;
  const at = (x: number, y: number): Place => [
    box.x + (4 + (x * 232) / 128) * k,
    box.y + (46 + (y * 232) / 128) * k,
  ];
  await disturbed(page, at(40, 50), at(60, 50), at(90, 100));
  await expect(page).toHaveURL(/x=60/);
  await expect(page).not.toHaveURL(/y=(?!50)/);
});

test('a number of the text follows the finger that took it', async ({ page }) => {
  // Beside the figure that it moves, not under it.
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('chapters/reads/');
  await page.locator('#predict-reads-3x3-stride-2 summary').click();
  const kernel = page.getByRole('spinbutton', { name: 'Kernel, in the figure' });
  const [x, y] = await middle(kernel);
  const before = Number(await kernel.inputValue());
  await disturbed(page, [x, y], [x + 32, y], [x - 2, y + 2]);
  await expect(kernel).toHaveValue(String(before + 2));
});

test('an object of the detection lab stays with its finger, also where a second one lies on it', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await openLab(page, '?seed=3&third=none');
  const object = page.locator('scene-handles .reach').first();
  const from = await middle(object);
  await disturbed(page, from, [from[0] + 40, from[1]], [from[0] + 22, from[1] + 2]);
  await expect
    .poll(async () => Math.round((await object.boundingBox())!.x))
    .toBeGreaterThan(from[0] + 20);
  const { x, width } = (await object.boundingBox())!;
  expect(Math.abs(x + width / 2 - from[0] - 40)).toBeLessThan(2);
});

test('the line of the threshold stays with the finger that took it', async ({ page }) => {
  test.setTimeout(150_000);
  const lab = await openLab(page, '?seed=3&third=none');
  const bars = lab.locator('threshold-line .bars svg').first();
  const [, y] = await middle(bars);
  const { x: left, width } = (await bars.boundingBox())!;
  const at = (share: number): Place => [left + share * width, y];
  await disturbed(page, at(0.2), at(0.6), at(0.9));
  const slider = lab.locator('#threshold');
  const least = Number(await slider.getAttribute('min'));
  await expect
    .poll(async () => Number(await slider.inputValue()))
    .toBeCloseTo(least + 0.6 * (1 - least), 1);
  expect(Number(await slider.inputValue())).toBeLessThan(0.75);
});
