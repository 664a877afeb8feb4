import { base, chapters } from './lib/site.ts';
import { expect, test } from './lib/test.ts';

// Runs on a second build whose base is not "/": nothing may ask for a file outside it.
test.beforeEach(({ page, complaints, baseURL }) => {
  const origin = new URL(baseURL ?? '').origin;
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin === origin && !url.pathname.startsWith(base))
      complaints.push(`outside the base: ${url.pathname}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
});

test('the site can be walked from the home page to the last chapter', async ({ page }) => {
  await page.goto('');
  await page.getByRole('link', { name: 'Begin with the first chapter' }).click();
  for (const chapter of chapters.slice(1)) {
    await page.locator('.turn .next').click();
    await expect(page).toHaveURL(new RegExp(`${base}chapters/`));
    expect(chapter).toContain('chapters/');
  }
  await page.locator('.site-header .name').click();
  await expect(page).toHaveURL(new RegExp(`${base}$`));
});

for (const chapter of chapters) {
  test(`/${chapter} works`, async ({ page }) => {
    await page.goto(chapter);
    await expect(page.locator('spd-figure svg, .chart svg:visible').first()).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => document.fonts.check('16px "Source Serif 4 Variable"'))).toBe(
      true,
    );
  });
}
