// Figures in a real reveal.js deck of another origin: the deck keeps its keys, wherever the reader has clicked.
import { expect, test } from '@playwright/test';
import { click, embed, figure, open, slide, step } from './lib/deck.ts';

const TITLE = 1;

// Some thirty seconds, and twice that on a busy machine.
test('a figure that was clicked takes its own keys and hands on all others, with the keyboard', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const url = `${baseURL}embed/reads/`;
  await open(page, [embed(url), embed(`${url}?keys=off`), '<h2>Last but one</h2>']);
  // Played by slide:start, though that came before the figure did.
  await expect(figure(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await click(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  await expect.poll(() => step(page)).toBe(1);
  expect(await slide(page)).toBe(TITLE);

  // Behind its end the deck moves, and keeps the keyboard.
  await page.keyboard.press('End');
  await page.keyboard.press('PageDown');
  await expect.poll(() => slide(page)).toBe(2);
  await page.keyboard.press('b');
  await expect.poll(() => page.evaluate(() => window.deck.isPaused())).toBe(true);
  await page.keyboard.press('b');
  await page.keyboard.press('PageUp');
  await expect.poll(() => slide(page)).toBe(1);

  // With keys=off the very first key is the deck's; a button that has nothing to do any more lets keys through.
  await expect(figure(page).locator('.stage')).toBeVisible();
  await page.keyboard.press('n');
  await expect.poll(() => slide(page)).toBe(2);
  await expect(figure(page).locator('.stage')).toBeVisible();
  await click(page);
  await page.keyboard.press('PageDown');
  await expect.poll(() => slide(page)).toBe(3);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect.poll(() => slide(page)).toBe(1);
  await click(page);
  await page.keyboard.press('Home');
  const next = figure(page).getByRole('button', { name: 'Next moment' });
  await expect(async () => {
    await next.press('Enter');
    expect(await next.getAttribute('aria-disabled')).toBe('true');
  }).toPass({ intervals: [0], timeout: 30_000 });
  await expect(next).toBeFocused();
  await page.keyboard.press(' ');
  expect(await slide(page)).toBe(1);
  await page.keyboard.press('PageDown');
  await expect.poll(() => slide(page)).toBe(2);

  // The deck moves on by itself: slide:stop gives the keyboard back too.
  await page.keyboard.press('PageUp');
  await expect.poll(() => slide(page)).toBe(1);
  await click(page);
  await page.evaluate(() => window.deck.slide(3));
  await expect.poll(() => figure(page).locator('body').count()).toBe(0);
  await expect
    .poll(() => page.evaluate(() => document.hasFocus() && window.deck.getIndices().h))
    .toBe(3);
  await page.keyboard.press('PageDown');
  await expect.poll(() => slide(page)).toBe(4);
});

test('every key of the slide tool works from within a figure', async ({ page, baseURL }) => {
  await open(page, [
    `<section>${embed(`${baseURL}embed/block/?step=0`)}</section><section><h2>Below</h2></section>`,
  ]);
  const calls: [key: string, done: () => boolean, undo: () => void][] = [
    ['b', () => window.deck.isPaused(), () => window.deck.togglePause(false)],
    ['.', () => window.deck.isPaused(), () => window.deck.togglePause(false)],
    ['Escape', () => window.deck.isOverview(), () => window.deck.toggleOverview(false)],
    ['o', () => window.deck.isOverview(), () => window.deck.toggleOverview(false)],
    ['?', () => window.deck.isOverlayOpen(), () => window.deck.toggleHelp(false)],
    ['ArrowDown', () => window.deck.getIndices().v === 1, () => window.deck.slide(1, 0)],
    ['n', () => window.deck.getIndices().v === 1, () => window.deck.slide(1, 0)],
    ['p', () => window.deck.getIndices().h === 0, () => window.deck.slide(1, 0)],
    ['Shift+Space', () => window.deck.getIndices().h === 0, () => window.deck.slide(1, 0)],
    ['f', () => document.fullscreenElement !== null, () => void document.exitFullscreen()],
  ];
  await expect.poll(() => step(page)).toBeDefined();
  for (const [key, done, undo] of calls) {
    await test.step(key, async () => {
      await click(page);
      await page.keyboard.press('Home');
      await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(done)).toBe(true);
      await page.evaluate(undo);
      await expect.poll(() => page.evaluate(done)).toBe(false);
    });
  }
  const keys = await page.evaluate(() =>
    window.said.flatMap(({ data }) =>
      data.type === 'spd:key' ? [(data as { key?: string }).key] : [],
    ),
  );
  expect(keys).toEqual(calls.map(([key]) => (key === 'Shift+Space' ? ' ' : key)));
});

test('a lab on a slide, in a frame or as an element, keeps what its controls use and what scrolls it, and hands on all other keys', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await open(
    page,
    [
      embed(`${baseURL}embed/stack/`),
      `<script type="module" src="${baseURL}strideless.js"></script>
      <strideless-lab name="stack" fit="contain" style="height: 600px"></strideless-lab>`,
    ],
    { plugin: `${baseURL}reveal-strideless.js` },
  );
  for (const here of [1, 2]) {
    await expect.poll(() => slide(page)).toBe(here);
    const way = figure(page).getByLabel('Stage 1: how it halves').first();
    await expect(way).toBeVisible();
    await click(page, 'main');
    for (const [key, isOn] of [
      ['b', () => window.deck.isPaused()],
      ['Escape', () => window.deck.isOverview()],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(isOn)).toBe(true);
      // The keyboard went along.
      await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(isOn)).toBe(false);
    }

    // What is chosen in a lab is told, and no reason to ask it for a next moment.
    await click(page, 'main');
    await way.selectOption('spd');
    await way.focus();
    await page.keyboard.press('b');
    await click(page, 'main');
    await page.keyboard.press('ArrowDown');
    const scrolled = () =>
      figure(page)
        .locator('html')
        .evaluate((html) => html.scrollTop);
    await expect.poll(scrolled).toBeGreaterThan(0);
    expect(await page.evaluate(() => window.deck.isPaused())).toBe(false);
    await page.keyboard.press('PageDown');
    await expect.poll(() => slide(page)).toBe(here + 1);
    await page.keyboard.press('PageUp');
    await expect.poll(() => slide(page)).toBe(here);
    await page.keyboard.press('PageDown');
  }
});
