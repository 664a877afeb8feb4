import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './lib/test.ts';

test('the projector theme has enough contrast on a chapter', async ({ page }) => {
  await page.goto('chapters/reads/?theme=projector');
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  expect(violations).toEqual([]);
});

test('the skip link is the first stop of the keyboard and leads to the text', async ({ page }) => {
  await page.goto('chapters/reads/');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip-link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});
