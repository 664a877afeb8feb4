import { pages } from './lib/site.ts';
import { expect, test } from './lib/test.ts';

for (const page of pages) {
  test(`/${page} fits 390 and 320 pixels`, async ({ page: tab }) => {
    for (const width of [390, 320]) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.goto(page);
      const over = await tab.evaluate(() => {
        const limit = document.documentElement.clientWidth;
        return Math.max(document.documentElement.scrollWidth, limit);
      });
      expect(over).toBe(width);
    }
  });
}

for (const page of pages) {
  test(`/${page} with text at 200 % fits 390 pixels`, async ({ page: tab }) => {
    await tab.setViewportSize({ width: 390, height: 800 });
    await tab.goto(page);
    await tab.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await expect
      .poll(() => tab.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(390);
  });
}
