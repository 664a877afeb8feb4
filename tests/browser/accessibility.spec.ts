import { violations } from './lib/axe.ts';
import { expect, test } from './lib/test.ts';

test('the projector theme has enough contrast on a chapter', async ({ page }) => {
  await page.goto('chapters/reads/?theme=projector');
  expect(await violations(page, { rules: ['color-contrast'] })).toEqual([]);
});

test('the skip link is the first stop of the keyboard and leads to the text', async ({ page }) => {
  await page.goto('chapters/reads/');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip-link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});
