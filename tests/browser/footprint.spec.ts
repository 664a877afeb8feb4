import { expect, test } from './lib/test.ts';

test('the engine agrees with the path counts of both stacks', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('embed/footprint/?halvings=2&fit=page');
  const check = page.locator('spd-footprint-check');
  await check.scrollIntoViewIfNeeded();
  const agree = check.getByText('agrees with the count (largest difference 0)');
  await expect(agree).toHaveCount(2, { timeout: 120_000 });
  // Random weights: both stacks have a footprint, each phase a share.
  await expect(check.getByText(/^\s*A \d\.\d\d, C /)).toHaveCount(2);
});

test('a check that a bet holds asks for no code before the bet is made', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('chapters/uneven-reading/');
  const place = page.locator('#footprint-check');
  await expect(place).toHaveAttribute('data-held', '');
  await place.scrollIntoViewIfNeeded();
  const code = () => asked.filter((url) => /footprint-check|worker-/.test(url)).length;
  await expect(place.getByRole('button', { name: 'Just show me' })).toBeInViewport();
  await expect(page.locator('spd-footprint-check')).toBeHidden();
  expect(code()).toBe(0);
  await place.getByRole('button', { name: 'Just show me' }).click();
  await expect(page.locator('spd-footprint-check')).toBeVisible();
  await expect.poll(code).toBeGreaterThan(0);
});
