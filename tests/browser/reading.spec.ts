import { expect, test } from './lib/test.ts';

test('remembers how far a chapter was read, and offers to go on there', async ({ page }) => {
  await page.goto('chapters/');
  await expect(page.locator('[data-continue]')).toBeHidden();
  await page.goto('chapters/reads/');
  await page.locator('#one-short-rule').evaluate((heading) => heading.scrollIntoView());
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('reading')))
    .toContain('one-short-rule');
  await page.goto('.');
  const offer = page.locator('[data-continue] a');
  await expect(offer).toHaveText(/How often is a pixel read\?, “One short rule”/);
  await expect(page.locator('[data-progress=reads]')).toHaveText(/\d+ % read/);
  await offer.click();
  await expect(page).toHaveURL(/chapters\/reads\/#one-short-rule$/);
});

test('a term shows its meaning under the pointer and the focus, and Escape takes it away', async ({
  page,
}) => {
  await page.goto('chapters/reads/');
  const term = page.locator('a.term').first();
  await term.focus();
  const card = page.getByRole('tooltip');
  await expect(card).toBeVisible();
  await expect(card).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await term.hover();
  await expect(card).toBeVisible();
});
