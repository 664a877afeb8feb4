import AxeBuilder from '@axe-core/playwright';
import { pages } from './lib/site.ts';
import { expect, test } from './lib/test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];

for (const page of pages) {
  for (const theme of ['light', 'dark']) {
    test(`/${page} in ${theme}: axe finds nothing`, async ({ page: tab }) => {
      await tab.goto(`${page}?theme=${theme}`, { waitUntil: 'load' });
      // The themes differ in colours alone: what else axe looks at is the same in both, and takes most of its time.
      const axe = new AxeBuilder({ page: tab });
      const rules = theme === 'light' ? axe.withTags(TAGS) : axe.withRules(COLOURS);
      const { violations } = await rules.analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
      );
      expect(found).toEqual([]);
    });
  }
}

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
