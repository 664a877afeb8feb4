import type { Page } from '@playwright/test';
import { violations } from './lib/axe.ts';
import { layOut } from './lib/lay-out.ts';
import { pages } from './lib/site.ts';
import { expect, test } from './lib/warm-test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What is said behind a bet when it is made stands there, too. */
async function layOutAll(page: Page): Promise<void> {
  await layOut(page);
  await page.evaluate(() => {
    for (const bet of document.querySelectorAll<HTMLElement>('predict-answer'))
      bet.dataset.told = '';
  });
}
const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Code blocks or formulas of which a part has to be scrolled for. Long lines of code go on below themselves. */
const scrolled = (page: Page, blocks: string) =>
  page
    .locator(`.prose ${blocks}`)
    .evaluateAll((blocks) =>
      blocks
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    );

/** Lists of works that are taller than they are guessed to be while they are not laid out; both heights, CSS px. */
const underrated = (page: Page) =>
  page.locator('[data-chapter] .references').evaluateAll((lists) =>
    lists
      .map((list) => ({
        height: list.getBoundingClientRect().height,
        guessed: Number.parseFloat(
          getComputedStyle(list).containIntrinsicBlockSize.replace('auto ', ''),
        ),
      }))
      .filter(({ height, guessed }) => height > guessed),
  );

// Most of a test's time goes into loading a page: each is opened once, and looked at on the phone and on the desk.
for (const page of pages) {
  test(`/${page} fits 390 and 320 pixels, also with text at 200 %, and axe finds nothing in light and dark`, async ({
    page: tab,
  }) => {
    // A figure that plays takes half of a core, and nothing that is looked at here changes by it.
    await tab.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await tab.setViewportSize({ width: 390, height: 800 });
    await tab.goto(page);
    await layOutAll(tab);
    expect.soft(await width(tab), 'at 390').toBe(390);
    expect.soft(await scrolled(tab, 'math[display=block]'), 'formulas at 390').toEqual([]);
    expect.soft(await underrated(tab), 'list of works at 390').toEqual([]);
    await tab.setViewportSize({ width: 320, height: 800 });
    await expect.soft.poll(() => width(tab), 'at 320').toBe(320);
    expect.soft(await scrolled(tab, 'pre'), 'code at 320').toEqual([]);
    await tab.setViewportSize({ width: 390, height: 800 });
    await tab.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await expect.soft.poll(() => width(tab), 'at 390, text at 200 %').toBeLessThanOrEqual(390);

    await tab.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    await tab.setViewportSize({ width: 1280, height: 720 });
    // A chart that waits for its bet is looked at, too; figures are on their embed pages.
    await expect(tab.locator('.held:not([data-held], [data-free])')).toHaveCount(0);
    await tab.locator('.held:has(figure.chart) > .veil button').evaluateAll((buttons) => {
      for (const button of buttons) (button as HTMLElement).click();
    });
    // The themes differ in colours alone: what else axe looks at is the same in both, and takes most of its time.
    const light = await violations(tab, { tags: TAGS });
    await tab.emulateMedia({ colorScheme: 'dark' });
    const dark = await violations(tab, { rules: COLOURS });
    expect({ light, dark }).toEqual({ light: [], dark: [] });
  });
}
