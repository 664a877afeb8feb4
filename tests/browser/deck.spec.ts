// Figures in a real reveal.js deck of another origin: the deck keeps its keys, wherever the reader has clicked.
import { expect, type Page, test } from '@playwright/test';
import type { RevealApi } from 'reveal.js';
import { neighbour } from './lib/neighbour.ts';

declare global {
  interface Window {
    /** Its types lack one of its methods. */
    deck: RevealApi & { isOverlayOpen(): boolean };
    said: { slide: number; data: { type?: string; step?: number; steps?: number } }[];
  }
}

const TITLE = 1;

/** Opens a deck of these slides between a title and an end, on the slide after the title. */
async function open(page: Page, slides: string[], { plugin = '', query = '' } = {}): Promise<void> {
  const site = await neighbour(
    `<!doctype html><title>A talk</title><link rel="stylesheet" href="reveal.css">
    <style>iframe { width: 960px; height: 600px; border: 0 }</style>
    <div class="reveal"><div class="slides">
      <section><h2>Title</h2></section>${slides.map((slide) => `<section>${slide}</section>`).join('')}<section><h2>End</h2></section>
    </div></div>
    <script type="module">
      import Reveal from './reveal.mjs';
      ${plugin && `import { Strideless } from '${plugin}';`}
      window.said = [];
      addEventListener('message', ({ data }) => data?.type?.startsWith?.('spd:') && said.push({ slide: deck.getIndices().h, data }));
      window.deck = new Reveal({ transition: 'none', plugins: [${plugin && 'Strideless'}], controls: false });
      await deck.initialize();
      deck.slide(1);
    </script>`,
    'node_modules/reveal.js/dist',
  );
  page.once('close', site.close);
  await page.goto(`${site.url}${query}`);
}

const slide = (page: Page) => page.evaluate(() => window.deck.getIndices().h);
const step = (page: Page) =>
  page.evaluate(() => window.said.findLast(({ data }) => data.type === 'spd:step')?.data.step);
const figure = (page: Page) => page.frameLocator('section.present iframe');
/**
 * Clicks into the frame, as a reader does who then wonders where the keys are. For a second after a slide appears reveal.js
 * takes the focus away from its frame once.
 */
const click = (page: Page, place = '.stage') =>
  expect(async () => {
    await figure(page)
      .locator(place)
      .click({ position: { x: 5, y: 5 } });
    const focused = figure(page)
      .locator('body')
      .evaluate(() => new Promise((done) => setTimeout(() => done(document.hasFocus()), 250)));
    expect(await focused).toBe(true);
  }).toPass();
const embed = (url: string, more = '') =>
  `<iframe data-src="${url}" title="figure" ${more}></iframe>`;

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

test('with the plugin a clicker steps the figures of a slide that nobody has clicked, one after the other, then the slides', async ({
  page,
  baseURL,
}) => {
  // The slide is scaled.
  await page.setViewportSize({ width: 640, height: 480 });
  const small = 'style="width: 470px; height: 400px"';
  const two = ['block', 'disguise'].map((name) => embed(`${baseURL}embed/${name}/?step=0`, small));
  await open(page, [two.join(''), '<h2>After</h2>'], {
    plugin: `${baseURL}reveal-strideless.js`,
  });
  const told = (type: string) =>
    page.evaluate(
      (type) =>
        window.said.flatMap(({ data }) =>
          data.type === type ? [data as { name?: string; step?: number; steps?: number }] : [],
        ),
      type,
    );
  await expect.poll(() => told('spd:step')).toHaveLength(2);
  const stepsOf = async (wanted: string) =>
    (await told('spd:ready')).find(({ name }) => name === wanted)?.steps ?? 0;
  const [first, second] = [await stepsOf('block'), await stepsOf('disguise')];
  for (const steps of [first, second])
    for (let n = 1; n <= steps; n++) {
      await page.keyboard.press('PageDown');
      await expect.poll(() => step(page)).toBe(n);
    }
  expect(await slide(page)).toBe(1);
  await page.keyboard.press('PageDown');
  await expect.poll(() => slide(page)).toBe(2);
  // The deck has unloaded them meanwhile; they come back as they were left.
  const forget = () => page.evaluate(() => window.said.splice(0));
  const shown = async () => (await told('spd:step')).map((data) => data.step).sort();
  await forget();
  await page.keyboard.press('PageUp');
  await expect.poll(() => slide(page)).toBe(1);
  await expect.poll(shown).toEqual(expect.arrayContaining([first, second]));
  await page.keyboard.press('PageUp');
  await expect.poll(() => step(page)).toBe(second - 1);
  expect(await slide(page)).toBe(1);
  await page.evaluate(() => window.deck.slide(2));
  await forget();
  await page.evaluate(() => window.deck.slide(1));
  await expect.poll(shown).toEqual(expect.arrayContaining([first, second - 1]));
});

const fragments = (url: string) =>
  `${embed(url)}<p class="fragment" data-figure-step="2">two</p><p class="fragment" data-figure-step="1">one</p>`;

test('with the plugin the fragments of a slide say the moment, whenever it is looked at', async ({
  page,
  baseURL,
}) => {
  await open(page, [fragments(`${baseURL}embed/block/?step=0`), '<h2>After</h2>'], {
    plugin: `${baseURL}reveal-strideless.js`,
  });
  await expect.poll(() => step(page)).toBe(0);
  for (const [key, shown] of [
    ['PageDown', 2],
    ['PageDown', 1],
    ['PageUp', 2],
    ['PageUp', 0],
    ['PageDown', 2],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => step(page)).toBe(shown);
  }
  await page.evaluate(() => window.deck.slide(2));
  await page.evaluate(() => window.said.splice(0));
  await page.keyboard.press('PageUp');
  // Back on it all fragments stand, so it shows what the last one says.
  await expect.poll(() => step(page)).toBe(1);
});

test('a printed deck shows each figure, though nobody scrolls to it, at the moment of its page', async ({
  page,
  baseURL,
}) => {
  await open(
    page,
    [
      embed(`${baseURL}embed/reads/?step=1&kernel=5&theme=dark`),
      fragments(`${baseURL}embed/block/?step=0`),
      `<script type="module" src="${baseURL}strideless.js"></script>
      <strideless-figure name="block" step="0"></strideless-figure><p class="fragment" data-figure-step="2">two</p>`,
    ],
    { plugin: `${baseURL}reveal-strideless.js`, query: '?print-pdf' },
  );
  // Whoever prints waits for this alone.
  await expect(page.locator('html[data-printed=ready]')).toHaveCount(1, { timeout: 30_000 });
  // A page each: title, reads, block three times, the element twice, end.
  const frames = page.locator('.pdf-page iframe');
  await expect(frames).toHaveCount(4);
  const shown = async () =>
    Promise.all(
      (await frames.all()).map((frame) =>
        frame
          .contentFrame()
          .locator('spd-figure')
          .evaluate((element) => {
            const { t, figure, values } = element as unknown as {
              t: number;
              values: object;
              figure?: { stops(values: object): { t: number }[] };
            };
            const at = figure?.stops(values).findIndex((stop) => Math.abs(stop.t - t) < 1e-6) ?? -2;
            return [t === 0 ? 0 : at + 1, document.documentElement.dataset.theme];
          }),
      ),
    );
  expect(await shown()).toEqual([
    [1, 'dark'],
    [0, 'light'],
    [2, 'light'],
    [1, 'light'],
  ]);
  const [start, second] = await page
    .locator('.pdf-page strideless-figure')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement & { at: number }).at));
  expect(start).toBe(0);
  expect(second).toBeGreaterThan(0);
  await expect(frames.first().contentFrame().locator('spd-figure > svg')).toContainText('5 × 5');
});
