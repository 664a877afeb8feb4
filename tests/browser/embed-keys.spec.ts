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
    // Whatever it scrolls itself is at its end, so that the page's turn has come. A click takes the focus into the frame: no
    // script may, from another origin.
    const press = async (key: string, end: number) => {
      await box.click({ position: { x: 2, y: 2 } });
      await box.evaluate((element: HTMLElement, y) => {
        element.tabIndex = 0;
        element.focus({ preventScroll: true });
        document.scrollingElement!.scrollTop = y;
      }, end);
      await page.evaluate(() => scrollTo({ top: 500, behavior: 'instant' }));
      await page.keyboard.press(key);
    };
    const at = () => page.evaluate(() => scrollY);
    // While parts of the frame's page still come, it grows, and the key is its own once more.
    const moves = (key: string, end: number, from: number, to: number) =>
      expect(async () => {
        await press(key, end);
        await expect
          .poll(async () => from <= (await at()) && (await at()) <= to, { timeout: 2_000 })
          .toBe(true);
      }, key).toPass({ timeout: 30_000 });
    await moves('ArrowDown', 1e6, 501, 3000);
    await moves('ArrowUp', 0, 0, 499);
    await moves('End', 1e6, 3001, 1e6);
    await moves('Home', 0, 0, 0);

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
