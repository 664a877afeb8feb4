import { chapters } from './lib/site.ts';
import { expect, test } from './lib/test.ts';

test.use({ serviceWorkers: 'allow' });

test('after one visit the notebook reads, moves and detects without a network', async ({
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
  await page.goto('lab/');
  await expect(page.locator('detection-lab')).toHaveAttribute('data-ready', '', {
    timeout: 90_000,
  });
});
