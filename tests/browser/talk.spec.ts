// The talk: a deck of the site's own figures in a wide window, a text on a phone and without JavaScript, pages in print.
import type { Page } from '@playwright/test';
import { violations } from './lib/axe.ts';
import { expect, test } from './lib/test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const present = (page: Page) => page.locator('section.present');
/** Where the figure of the slide stands: its player says so to a screen reader. */
const drawn = (page: Page) => present(page).frameLocator('iframe').locator('spd-figure > svg');

test('slides and figures step together, forwards and back, in the theme of the deck', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('talk/?theme=projector');
  await expect(present(page).getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('PageDown');
  // Until its code is there, two posters stand in its place.
  await expect(drawn(page)).toHaveCount(1);
  await expect(drawn(page)).toHaveAttribute('data-layout', 'projector');
  const first = await drawn(page).innerHTML();
  await page.keyboard.press('PageDown');
  await expect(present(page).locator('.steps .current-fragment')).toHaveCount(1);
  await expect.poll(() => drawn(page).innerHTML()).not.toBe(first);
  const second = await drawn(page).innerHTML();
  await page.keyboard.press('PageDown');
  await expect.poll(() => drawn(page).innerHTML()).not.toBe(second);
  await page.keyboard.press('PageUp');
  await expect.poll(() => drawn(page).innerHTML()).toBe(second);
  await page.keyboard.press('PageUp');
  await expect.poll(() => drawn(page).innerHTML()).toBe(first);

  await page.keyboard.press('s');
  await expect(page.locator('.speaker-notes')).toBeVisible();
  // Every slide has notes, and together they take twenty minutes.
  const slides = page.locator('.slides > section');
  expect(await page.locator('.slides > section > aside.notes').count()).toBe(await slides.count());
  const seconds = await slides.evaluateAll((all) =>
    all.reduce((sum, one) => sum + Number((one as HTMLElement).dataset.timing), 0),
  );
  expect(seconds).toBe(20 * 60);
  // Nothing sticks out of a slide.
  const high = await slides.evaluateAll((all) => all.map(({ scrollHeight }) => scrollHeight));
  expect(Math.max(...high)).toBeLessThanOrEqual(720);
  expect(await violations(page, { tags: TAGS })).toEqual([]);
});

test('printed, it has a page for every slide, each figure at its last step', async ({ page }) => {
  // All its figures are loaded at once.
  test.slow();
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('talk/?print-pdf');
  await expect(page.locator('.pdf-page').first()).toBeVisible();
  const pages = await page.locator('.pdf-page').count();
  expect(pages).toBe(await page.locator('.pdf-page > section').count());
  const figure = page.locator('.pdf-page').nth(1).frameLocator('iframe').locator('spd-figure');
  await expect(figure).toContainText('five times', { timeout: 45_000 });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(pages);
});

test('on a phone it is a text with pictures', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('talk/');
  await expect(page.getByRole('img').first()).toBeVisible();
  await expect(page.locator('.reveal .controls')).toHaveCount(0);
  await expect(page.getByText('Before the first click let the room find the car')).toBeVisible();
});
