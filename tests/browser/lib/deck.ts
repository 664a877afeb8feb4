// A real reveal.js deck of another origin, with figures on its slides.
import { expect, type Page } from '@playwright/test';
import type { RevealApi } from 'reveal.js';
import { neighbour } from './neighbour.ts';

declare global {
  interface Window {
    /** Its types lack one of its methods. */
    deck: RevealApi & { isOverlayOpen(): boolean };
    said: { slide: number; data: { type?: string; step?: number; steps?: number } }[];
  }
}

/** Opens a deck of these slides between a title and an end, on the slide after the title. */
export async function open(
  page: Page,
  slides: string[],
  { plugin = '', query = '' } = {},
): Promise<void> {
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

/** The number of the slide that is shown. */
export const slide = (page: Page) => page.evaluate(() => window.deck.getIndices().h);
/** The step that a figure spoke of last. */
export const step = (page: Page) =>
  page.evaluate(() => window.said.findLast(({ data }) => data.type === 'spd:step')?.data.step);
/** The frame of the slide that is shown. */
export const figure = (page: Page) => page.frameLocator('section.present iframe');
/**
 * Clicks into the frame, as a reader does who then wonders where the keys are. For a second after a slide appears reveal.js
 * takes the focus away from its frame once.
 */
export const click = (page: Page, place = '.stage') =>
  expect(async () => {
    await figure(page)
      .locator(place)
      .click({ position: { x: 5, y: 5 } });
    const focused = figure(page)
      .locator('body')
      .evaluate(() => new Promise((done) => setTimeout(() => done(document.hasFocus()), 250)));
    expect(await focused).toBe(true);
  }).toPass();
/** A figure in a frame of a slide, loaded with it. */
export const embed = (url: string, more = '') =>
  `<iframe data-src="${url}" title="figure" ${more}></iframe>`;
