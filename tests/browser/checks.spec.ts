import type { Page } from '@playwright/test';
import { screens } from './lib/one-screen.ts';
import { expect, test } from './lib/test.ts';

const CHECKS = [
  ['chapters/results/', 'spd-engine-check', 'the count agree;'],
  ['chapters/use-it/', 'spd-equivalence-check', 'The same random pixels'],
  ['chapters/uneven-reading/', 'spd-footprint-check', 'agrees with the count'],
] as const;

/** How high it is on each of the screens, px. */
async function heights(page: Page, name: string): Promise<number[]> {
  const found: number[] = [];
  for (const { width, height } of screens) {
    await page.setViewportSize({ width, height });
    const box = await page.locator(name).first().boundingBox();
    found.push(Math.round(box?.height ?? 0));
  }
  return found;
}

for (const [address, name, answer] of CHECKS)
  test(`${name} keeps its place from the start until it has computed`, async ({ page }) => {
    test.setTimeout(180_000);
    let release = () => {};
    const later = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(`**/*${name.replace('spd-', '')}*.js`, async (route) => {
      await later;
      await route.continue();
    });
    await page.setViewportSize(screens[0]);
    await page.goto(address);
    await page.evaluate(() => {
      for (const bet of document.querySelectorAll<HTMLDetailsElement>('predict-answer details'))
        bet.open = true;
    });
    const check = page.locator(name).first();
    await check.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await expect(check.getByText('Computed by the engine')).toBeVisible();
    expect(await check.evaluate((element) => element.matches(':defined'))).toBe(false);
    const before = await heights(page, name);
    release();
    await check.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await expect(check.getByText(answer).first()).toBeVisible({ timeout: 120_000 });
    expect(await heights(page, name)).toEqual(before);
  });
