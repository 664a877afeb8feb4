import { expect, test } from '@playwright/test';

/** The largest difference that the sentence names. */
function difference(sentence: string): number {
  const found = sentence.match(/largest difference is ([\d.]+) millionths/);
  if (!found) throw new Error(`no difference in “${sentence}”`);
  return Number(found[1]) / 1e6;
}

test('the engine shows under the figure that both convolutions put out the same numbers', async ({
  page,
}) => {
  await page.goto('embed/disguise/?fit=page');
  const figure = page.locator('spd-figure');
  await expect(figure.getByRole('button', { name: 'Next moment' })).toBeVisible();
  const check = page.locator('spd-equivalence-check');
  await check.scrollIntoViewIfNeeded();
  const said = check.getByRole('status').filter({ hasText: /\S/ });
  await expect(said).toContainText('up to 100 millionths is rounding', {
    timeout: 45_000,
  });
  const first = (await said.textContent()) ?? '';
  expect(difference(first)).toBeLessThan(1e-4);
  expect(first).toContain('144 pairs of numbers');

  await check.getByRole('button', { name: 'Other pixels' }).click();
  await expect(said).not.toHaveText(first, { timeout: 20_000 });
  await expect(said).toContainText('up to 100 millionths is rounding');

  await figure.getByRole('button', { name: '3×3 / 2 = SPD + 2×2' }).click();
  await expect(page.locator('#disguise-description')).toContainText('7/16 of them are zero');
  await check.scrollIntoViewIfNeeded();
  await expect(said).toContainText('up to 100 millionths is rounding', {
    timeout: 20_000,
  });
  expect(difference((await said.textContent()) ?? '')).toBeLessThan(1e-4);
});

test('a weight is named at both its places', async ({ page }) => {
  await page.goto('embed/disguise/?fit=page');
  const figure = page.locator('spd-figure');
  await expect(figure.getByRole('button', { name: 'Next moment' })).toBeVisible();
  await figure.locator('svg [data-cell="w:3:4"]').dispatchEvent('pointermove', { bubbles: true });
  await expect(
    figure.getByText('w[B, 1, 2] after space-to-depth, W[3, 4] in the strided kernel.'),
  ).toBeVisible();
  await expect(figure.locator('svg [data-layer=highlight] rect')).toHaveCount(2);
});
