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
  // The last chapter of the main line leads to the lab.
  const walked = new Set<string>();
  while (new URL(page.url()).pathname.startsWith(`${base}chapters/`)) {
    walked.add(page.url());
    const here = page.url();
    await page.locator('.turn .next').click();
    await expect(page).not.toHaveURL(here);
    expect(walked).not.toContain(page.url());
  }
  expect(walked.size).toBeGreaterThan(5);
  await expect(page).toHaveURL(new RegExp(`${base}lab/`));
  await page.locator('.site-header .name').click();
  await expect(page).toHaveURL(new RegExp(`${base}$`));
});

for (const chapter of chapters) {
  test(`/${chapter} works`, async ({ page }) => {
    await page.goto(chapter);
    // Figures may be held, under their veil, until the reader has bet.
    await expect(
      page
        .locator('spd-figure svg:visible, .chart svg:visible, .line-up li:visible, .veil:visible')
        .first(),
    ).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => document.fonts.check('16px "Source Serif 4 Variable"'))).toBe(
      true,
    );
  });
}
