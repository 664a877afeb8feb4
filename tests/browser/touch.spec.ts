// A finger that drags something takes it all the way, and the page under it stays where it is.
import type { Locator, Page } from '@playwright/test';
import { openLab, PATIENCE, tallies } from './lib/lab.ts';
import { layOut } from './lib/lay-out.ts';
import { expect, test } from './lib/test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const FAR = 40;

/** A finger takes a place of an element, its middle, along, in steps that the browser would take for a scroll. */
async function drag(
  page: Page,
  what: Locator,
  [right, down]: [number, number],
  [across, along] = [0.5, 0.5],
) {
  await what.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const { x, y, width, height } = (await what.boundingBox())!;
  const [left, top] = [x + width * across, y + height * along];
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        share === undefined ? [] : [{ x: left + right * FAR * share, y: top + down * FAR * share }],
    });
  await touch('touchStart', 0);
  for (let step = 1; step <= 8; step++) await touch('touchMove', step / 8);
  await touch('touchEnd');
}

test('an object of the lab goes where the finger goes, its box with it, and the page stays', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const lab = await openLab(page, '?seed=3&third=none&truth=true');
  const object = page.locator('scene-handles .reach').first();
  const box = lab.locator('lab-panel').first().locator('rect.outline').first();
  await object.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const place = async (what: Locator) => {
    const { x, y } = (await what.boundingBox())!;
    return { x, y };
  };
  const [before, boxed] = [await place(object), await place(box)];
  const scrolled = await page.evaluate(() => scrollY);
  // Upwards, too: that is how a finger scrolls.
  await drag(page, object, [1, -0.6]);
  const gone = async (what: Locator, from: { x: number; y: number }) => {
    const { x, y } = await place(what);
    return [Math.round(x - from.x), Math.round(y - from.y)];
  };
  await expect.poll(() => gone(object, before)).toEqual([FAR, -0.6 * FAR]);
  // It is drawn on whole pixels of the picture, two or so of the screen's.
  await expect
    .poll(async () =>
      Math.hypot(...(await gone(box, boxed)).map((by, i) => by - [1, -0.6][i] * FAR)),
    )
    .toBeLessThan(4);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await expect(page).toHaveURL(/edits=1_m0\./);
});

test('true boxes on a picture of the reader’s own are drawn, moved and pulled by a finger', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const lab = await openLab(page, '?third=none');
  await lab.locator('input[type=file]').setInputFiles({
    name: 'mine.png',
    mimeType: 'image/png',
    buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 200 } }),
  });
  await expect(tallies(lab).first()).toContainText(/objects? found/, PATIENCE);
  const boxes = lab.getByRole('application', { name: 'True boxes' }).getByRole('button');
  const picture = lab.locator('box-handles').first();
  const scrolled = () => page.evaluate(() => scrollY);
  // A finger scrolls until it is said that it draws.
  await drag(page, picture, [0, -1]);
  await expect(boxes).toHaveCount(0);
  await lab.getByRole('checkbox', { name: 'Draw with the pointer' }).check();
  await picture.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const before = await scrolled();
  await drag(page, picture, [1, 1], [0.2, 0.2]);
  await expect(boxes).toHaveCount(1);
  const frame = picture.locator('g[data-id] .frame').first();
  const place = async () => {
    const { x, y, width, height } = (await frame.boundingBox())!;
    return { x, y, width, height };
  };
  const drawn = await place();
  // The white line around it is part of what stands there.
  expect(Math.abs(drawn.width - FAR)).toBeLessThan(5);
  await drag(page, picture.locator('g[data-id] .reach').first(), [1, 0.5]);
  await expect.poll(async () => Math.round((await place()).x - drawn.x)).toBe(FAR);
  // The lower right corner; the other stays.
  const moved = await place();
  await drag(page, picture.locator('.knob .reach').last(), [0.5, 1]);
  await expect.poll(async () => Math.round((await place()).height - moved.height)).toBe(FAR);
  expect(Math.abs((await place()).x - moved.x)).toBeLessThan(1);
  // A line of text may come or go above; a finger that scrolls goes further.
  expect(Math.abs((await scrolled()) - before)).toBeLessThan(FAR / 2);
  await expect(tallies(lab).first()).toContainText(/of 1 found/);
  // Every corner is large enough for a finger, and clear of the box.
  for (const corner of await picture.locator('.knob .reach').all()) {
    const { width, height } = (await corner.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThan(23.5);
  }
});

test('a point of a drawn curve follows the finger upwards', async ({ page }) => {
  await page.goto('chapters/who-did-it/');
  // What comes above meanwhile would move the page, though not what is seen.
  await layOut(page);
  const point = page.locator('svg.curve circle').nth(1);
  // Nothing is dragged before its code is there.
  await expect(page.locator('predict-answer:has(svg.curve) .ready').first()).toBeVisible();
  await point.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const before = (await point.boundingBox())!;
  const scrolled = await page.evaluate(() => scrollY);
  await drag(page, point, [0, -1]);
  await expect.poll(async () => (await point.boundingBox())!.y - before.y).toBeLessThan(0.9 * -FAR);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});
