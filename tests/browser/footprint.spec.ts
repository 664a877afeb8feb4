import { expect, test } from './lib/test.ts';

test('the engine agrees with the path counts of both stacks', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('embed/footprint/?halvings=2&fit=page');
  const check = page.locator('spd-footprint-check');
  await check.scrollIntoViewIfNeeded();
  const agree = check.getByText('agrees with the count (largest difference 0)');
  await expect(agree).toHaveCount(2, { timeout: 120_000 });
  // Random weights: both stacks have a footprint, each phase a share.
  await expect(check.getByText(/^\s*A \d\.\d\d, B /)).toHaveCount(2);
});
