import { expect, test } from './lib/test.ts';

test('finds a word in a chapter, keeps it in the address, and says when there is none', async ({
  page,
}) => {
  await page.goto('search/');
  const field = page.getByRole('searchbox', { name: 'Search the notebook' });
  await field.fill('checkerboard');
  await expect(page.getByRole('status')).toContainText('for “checkerboard”');
  await expect(page).toHaveURL(/q=checkerboard/);
  await page.locator('.found a[href*="/chapters/"]').first().click();
  await expect(page).toHaveURL(/chapters/);
  await page.goto('search/?q=жук');
  await expect(page.getByRole('status')).toHaveText('Nothing found for “жук”.');
  // The index itself would fall back to all words with this beginning.
  await field.fill('sqwrtzk');
  await expect(page.getByRole('status')).toHaveText('Nothing found for “sqwrtzk”.');
  await expect(page.locator('.found li')).toHaveCount(0);
});

test('finds 2x2 and 2×2 alike, and lists every page that it counts', async ({ page }) => {
  await page.goto('search/');
  const field = page.getByRole('searchbox', { name: 'Search the notebook' });
  const counts: string[] = [];
  for (const query of ['2x2', '2×2', '2 × 2', 'stride']) {
    await field.fill(query);
    await expect(page.getByRole('status')).toContainText(`for “${query}”`);
    const said = (await page.getByRole('status').textContent()) ?? '';
    const count = Number.parseInt(said, 10);
    expect(count).toBeGreaterThan(1);
    await expect(page.locator('.found > li')).toHaveCount(count);
    counts.push(String(count));
  }
  expect(new Set(counts.slice(0, 3)).size).toBe(1);
});
