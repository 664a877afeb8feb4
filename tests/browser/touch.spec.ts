// A finger that drags something takes it all the way, and the page under it stays where it is.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './lib/test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const FAR = 40;

/** A finger takes the middle of an element along, in steps that the browser would take for a scroll. */
async function drag(page: Page, what: Locator, [right, down]: [number, number]) {
  await what.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const { x, y, width, height } = (await what.boundingBox())!;
  const [left, top] = [x + width / 2, y + height / 2];
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

test('an object of the lab goes where the finger goes', async ({ page }) => {
  test.setTimeout(150_000);
  await page.goto('lab/?seed=3&third=none');
  await expect(page.locator('detection-lab')).toHaveAttribute('data-ready', '', {
    timeout: 90_000,
  });
  const object = page.locator('scene-handles .reach').first();
  await object.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const before = (await object.boundingBox())!;
  await drag(page, object, [1, 0]);
  await expect.poll(async () => Math.round((await object.boundingBox())!.x - before.x)).toBe(FAR);
  await expect(page).toHaveURL(/edits=1_m0\./);
});

test('a point of a drawn curve follows the finger upwards', async ({ page }) => {
  await page.goto('chapters/who-did-it/');
  const point = page.locator('svg.curve circle').nth(1);
  await point.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const before = (await point.boundingBox())!;
  const scrolled = await page.evaluate(() => scrollY);
  await drag(page, point, [0, -1]);
  await expect.poll(async () => (await point.boundingBox())!.y - before.y).toBeLessThan(0.9 * -FAR);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});
