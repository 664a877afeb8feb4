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
    // Pages of results have charts, each with a drawing that is seen.
    const charts = page.locator('.chart svg:visible');
    const drawn = (await figures.count()) + (await lineUp.count()) + (await charts.count());
    expect(drawn).toBeGreaterThan((await charts.count()) > 0 ? 0 : 1);
    for (const figure of await figures.all()) {
      // In a column it is the narrow drawing that is seen, beside the wide one or alone.
      const poster = figure.locator('svg:visible').first();
      await expect(poster).toBeVisible();
      // A poster draws what looks the same as one path of many parts.
      const parts = await poster
        .locator('rect, path, image, use')
        .evaluateAll((marks) =>
          marks.flatMap((mark) => mark.getAttribute('d')?.match(/M/g) ?? [mark.tagName]),
        );
      expect(parts.length).toBeGreaterThan(10);
    }
    await expect(page.locator('.theme-switch')).toBeHidden();
    const prediction = page.locator('predict-answer').first();
    await expect(prediction.locator('.answer')).toBeHidden();
    await prediction.locator('summary').click();
    await expect(prediction.locator('.answer')).toBeVisible();
  });
}
