import { chapters } from './lib/site.ts';
import { expect, test } from './lib/test.ts';

test.use({ javaScriptEnabled: false });

for (const chapter of chapters) {
  test(`/${chapter} says what it has to say without JavaScript`, async ({ page }) => {
    await page.goto(chapter);
    expect((await page.locator('.prose').textContent())?.length).toBeGreaterThan(4000);
    const figures = page.locator('spd-figure');
    // The detective chapter has its line-up for a figure.
    const lineUp = page.locator('.line-up li[data-variant]:visible');
    expect((await figures.count()) + (await lineUp.count())).toBeGreaterThan(1);
    for (const figure of await figures.all()) {
      const poster = figure.locator('svg').first();
      await expect(poster).toBeVisible();
      expect(await poster.locator('rect, path, image, use').count()).toBeGreaterThan(10);
    }
    await expect(page.locator('.theme-switch')).toBeHidden();
    const prediction = page.locator('predict-answer').first();
    await expect(prediction.locator('.answer')).toBeHidden();
    await prediction.locator('summary').click();
    await expect(prediction.locator('.answer')).toBeVisible();
  });
}
