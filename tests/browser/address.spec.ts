// A browser that does not let a page write its address: nothing on the page may depend on it.
import { expect, test } from './lib/test.ts';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    history.replaceState = () => {
      document.documentElement.dataset.refusals = `${Number(document.documentElement.dataset.refusals ?? 0) + 1}`;
      throw new DOMException(
        'Attempt to use history.replaceState() more than 100 times',
        'SecurityError',
      );
    };
  });
});

test.afterEach(async ({ page }) => {
  await expect(page.locator('html')).toHaveAttribute('data-refusals', /[1-9]/);
});

test('a figure follows its controls', async ({ page }) => {
  await page.goto('embed/reads/?fit=page');
  const kernel = page.locator('spd-figure input[type=range][name=kernel]');
  const svg = page.locator('spd-figure svg').first();
  await expect(kernel).toBeVisible({ timeout: 30_000 });
  const before = await svg.innerHTML();
  await kernel.fill('5');
  await expect.poll(() => svg.innerHTML()).not.toBe(before);
  await expect(kernel).toHaveValue('5');
});

test('the search finds', async ({ page }) => {
  await page.goto('search/');
  await page.getByRole('searchbox', { name: 'Search the notebook' }).fill('checkerboard');
  await expect(page.getByRole('status')).toContainText('for “checkerboard”');
  await page.getByRole('searchbox', { name: 'Search the notebook' }).fill('stride');
  await expect(page.getByRole('status')).toContainText('for “stride”');
});

test('weights load, and what is found follows the thresholds', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('weights/?size=64&architecture=yolov5p');
  const own = page.locator('your-weights');
  await own.getByRole('button', { name: 'Try random weights' }).click({ timeout: 60_000 });
  await expect(own).toHaveAttribute('data-ready', '', { timeout: 120_000 });
  await own.getByRole('slider', { name: 'Score threshold' }).fill('0.3');
  await expect(own.locator('.tally')).toBeVisible();
});
