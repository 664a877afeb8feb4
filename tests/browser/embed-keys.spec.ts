// Keys that scroll a page, pressed within a frame of it. What a deck gets of them: deck.spec.ts.
import { expect, test } from '@playwright/test';
import { host, kinds, tell } from './lib/foreign-page.ts';

for (const [address, focus] of [
  ['embed/block/?step=1', 'spd-figure .stage'],
  ['embed/block/?step=1&keys=off', 'spd-figure .stage'],
  ['embed/stack/?fit=contain', 'main'],
]) {
  test(`keys within ${address} scroll a page that never spoke to it, and no other`, async ({
    page,
    baseURL,
  }) => {
    const look = `<style>body { padding: 600px 0 6000px } iframe { height: 400px }</style>`;
    const figure = await host(page, `${baseURL}${address}`, look, focus);
    const box = figure.locator(focus);
    // Whatever it scrolls itself is at its end, so that the page's turn has come.
    const press = async (key: string, end: number) => {
      await box.evaluate((element: HTMLElement, y) => {
        element.tabIndex = 0;
        element.focus({ preventScroll: true });
        document.scrollingElement!.scrollTop = y;
      }, end);
      await page.evaluate(() => scrollTo({ top: 500, behavior: 'instant' }));
      await page.keyboard.press(key);
    };
    const at = () => page.evaluate(() => scrollY);
    await press('ArrowDown', 1e6);
    await expect.poll(at).toBeGreaterThan(500);
    await press('ArrowUp', 0);
    await expect.poll(at).toBeLessThan(500);
    await press('End', 1e6);
    await expect.poll(at).toBeGreaterThan(3000);
    await press('Home', 0);
    await expect.poll(at).toBe(0);

    await tell(page, { type: 'spd:get' });
    await expect.poll(() => kinds(page)).toContain('spd:change');
    for (const [key, end] of [
      ['ArrowDown', 1e6],
      ['ArrowUp', 0],
      ['End', 1e6],
      ['Home', 0],
    ] as const) {
      await press(key, end);
      await page.waitForTimeout(150);
      expect(await at(), key).toBe(500);
    }
  });
}
