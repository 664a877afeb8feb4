// The talk: a deck of the site's own figures in a wide window, a text on a phone and without JavaScript, pages in print.
import type { Page } from '@playwright/test';
import { violations } from './lib/axe.ts';
import { leastLetters } from './lib/slide-letters.ts';
import { expect, test } from './lib/test.ts';
import { pagesOf } from './lib/tool.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const present = (page: Page) => page.locator('section.present');
/** Where the figure of the slide stands: its player says so to a screen reader. */
const drawn = (page: Page) => present(page).frameLocator('iframe').locator('spd-figure > svg');

test('slides and figures step together, forwards and back, in the theme of the deck', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('talk/?theme=dark');
  await expect(present(page).getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('PageDown');
  // Until its code is there, two posters stand in its place.
  await expect(drawn(page)).toHaveCount(1);
  await expect(drawn(page)).toHaveAttribute('data-layout', 'projector');
  expect(await leastLetters(drawn(page))).toBeGreaterThanOrEqual(720 / 30);
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

const TITLES = '.slides > section > :is(h1, h2)';
/** By the number of the page, what only the last step of its figure says. */
const LAST_WORDS: [page: number, words: RegExp][] = [
  [1, /halved five times/],
  [3, /uneven: read 1, 2 or 4 times/],
  [7, /36 weights, moved and not changed/],
  [9, /729 paths each/],
  [10, /every pixel is known/],
  [11, /295 k \(×4\)/],
  [15, /three trained detectors see it/],
];

function judge(pages: readonly string[], titles: readonly string[]): void {
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
  expect(pages.map((page, i) => plain(page).includes(titles[i]))).toEqual(titles.map(() => true));
  for (const [page, words] of LAST_WORDS) expect(plain(pages[page])).toMatch(words);
}

test('printed at once, each slide is a page, with its figure at its last step, and nothing is live', async ({
  page,
}) => {
  const frames: string[] = [];
  page.on('request', (request) => /\/embed\//.test(request.url()) && frames.push(request.url()));
  // As a command line does, which waits for nothing else.
  await page.goto('talk/?print-pdf&theme=dark', { waitUntil: 'load' });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const titles = await page.locator(TITLES).allTextContents();
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(titles.length);
  const pages = pagesOf(pdf, test.info().outputPath('talk.pdf'));
  if (pages) judge(pages, titles);
  expect(frames).toEqual([]);
  await expect(page.locator('html[data-printed=ready]')).toHaveCount(1);
  const drawings = page.locator('.printed > svg[data-layout=projector]');
  expect(await drawings.count()).toBe((await page.locator('.live').count()) - 1);
  await page.emulateMedia({ media: 'print' });
  const { sizes, ground } = await page.evaluate(() => ({
    sizes: [...document.querySelectorAll('.slides > section')].map(
      ({ scrollWidth, scrollHeight }) => [scrollWidth, scrollHeight],
    ),
    ground: getComputedStyle(document.querySelector('.slides > section')!).backgroundColor,
  }));
  expect(sizes).toEqual(titles.map(() => [1280, 720]));
  expect(ground).toBe('rgb(19, 21, 25)');
});

test('a deck that is printed as it stands is the same pages, and then a deck again', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('talk/');
  await expect(present(page).getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.printed')).not.toHaveCount(0);
  const titles = await page.locator(TITLES).allTextContents();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(titles.length);
  const pages = pagesOf(pdf, test.info().outputPath('talk.pdf'));
  if (pages) judge(pages, titles);
  await page.keyboard.press('PageDown');
  await expect(present(page).locator('iframe')).toBeVisible();
  await expect(page.locator('.printed').first()).toBeHidden();
});

test('on a phone it is a text with pictures', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('talk/');
  await expect(page.getByRole('img').first()).toBeVisible();
  await expect(page.locator('.reveal .controls')).toHaveCount(0);
  await expect(page.getByText('Before the first click let the room find the car')).toBeVisible();
});
