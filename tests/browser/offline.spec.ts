import { chapters } from './lib/site.ts';
import { expect, test } from './lib/test.ts';

test.use({ serviceWorkers: 'allow' });

test('after one visit the notebook reads, moves, searches and detects without a network', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await page.goto('.');
  // All files are kept once the worker is active.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.goto(`${chapters.find((chapter) => chapter.includes('reads'))}?reads.kernel=5`);
  const figure = page.locator('spd-figure').first();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole('button', { name: /^Play/ })).toBeVisible({ timeout: 60_000 });
  await page.goto('search/?q=checkerboard');
  await expect(page.getByRole('status')).toContainText('for “checkerboard”');
  await expect(page.locator('.found > li').first()).toBeVisible();
  await page.goto('lab/');
  await expect(page.locator('detection-lab')).toHaveAttribute('data-ready', '', {
    timeout: 90_000,
  });
});

test('where a sandbox refuses the worker at once, the notebook reads as well', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(ServiceWorkerContainer.prototype, 'register', {
      value: () => {
        document.documentElement.dataset.refused = '';
        throw new DOMException('The document is sandboxed', 'SecurityError');
      },
    });
  });
  await page.goto('chapters/');
  await expect(page.locator('html')).toHaveAttribute('data-refused', '', { timeout: 20_000 });
  await page.locator('theme-switch select').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
