// The plugin for reveal.js that the site ships: clickers, fragments, and decks on paper.
import { expect, test } from '@playwright/test';
import { emptySvg } from '#components/figure/posters.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { compact } from '#lib/export/index.ts';
import { loadFigure } from '#lib/figures/index.ts';
import { type AnyValues, defaults } from '#lib/parameters/index.ts';
import { embed, open, slide, step } from './lib/deck.ts';
import { pagesOf } from './lib/tool.ts';

/** Letters alone, as those of the phases, stand on every page. */
const isWord = (text: string) => text.length > 3;

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

  // On paper each page has the words of its own moment, and none of another moment's.
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pagesOf(pdf, test.info().outputPath('deck.pdf'));
  if (!pages) return;
  expect(pages).toHaveLength(8);
  const printed = pages.map((text) => text.replaceAll(/\s/g, ''));
  expect([printed[0], printed[7]]).toEqual(['Title', 'End']);
  expect(printed[1]).toContain('5×5');
  const said = (step: number) => words.get(step) ?? new Set<string>();
  const words = new Map<number, Set<string>>();
  const block = await loadFigure('block', english);
  const values: AnyValues = defaults(block.parameters);
  for (const [step, t] of [0, ...block.stops(values).map((stop) => stop.t)].entries()) {
    const svg = emptySvg();
    block.draw(svg, values, t, { layout: 'wide' });
    compact(svg);
    const texts = [...svg.querySelectorAll('text')].map((text) => text.textContent ?? '');
    words.set(step, new Set(texts.map((text) => text.replaceAll(/\s/g, '')).filter(isWord)));
  }
  for (const [at, step] of [
    [2, 0],
    [3, 2],
    [4, 1],
    [5, 0],
    [6, 2],
  ]) {
    const own = [...said(step)];
    expect(own.filter((word) => !printed[at].includes(word))).toEqual([]);
    const others = [0, 1, 2].filter((one) => one !== step).flatMap((one) => [...said(one)]);
    const foreign = others.filter((word) => !own.some((mine) => mine.includes(word)));
    expect(foreign.filter((word) => printed[at].includes(word))).toEqual([]);
    const alone = own.filter((word) => !others.some((other) => other.includes(word)));
    expect(foreign.length + alone.length).toBeGreaterThan(0);
  }
});
