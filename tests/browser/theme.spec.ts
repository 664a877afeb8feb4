import { expect, test } from './lib/test.ts';

test('the theme follows the system, then the reader, and is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('chapters/reads/');
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveAttribute('data-theme', 'light');

  await page.getByLabel('Theme').selectOption('projector');
  await expect(root).toHaveAttribute('data-theme', 'projector');
  await page.reload();
  await expect(root).toHaveAttribute('data-theme', 'projector');
  await expect(page.getByLabel('Theme')).toHaveValue('projector');

  await page.getByLabel('Theme').selectOption('system');
  await expect(root).toHaveAttribute('data-theme', 'light');
});

test('a theme named in the address holds for the page and is not kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('?theme=dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('chapters/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('a theme of other letters is understood, and one that there is not is answered', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('glossary/?theme=%20Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const said = page.locator('theme-switch').getByRole('status');
  await expect(said).toHaveCount(0);
  await page.goto('glossary/?theme=<b>blue');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(said).toHaveText('theme is one of system, light, dark, projector, not “<b>blue”.');
  // The address is heard before the choice that is kept.
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  await page.goto('glossary/?theme=system');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('the theme is set before the first paint: no flash of the wrong one', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('', { waitUntil: 'commit' });
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(233, 231, 225)');
});
