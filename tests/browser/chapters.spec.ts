import type { Locator, Page } from '@playwright/test';
import { faint } from './lib/faint.ts';
import { chapters } from './lib/site.ts';
import { expect, test } from './lib/test.ts';

const screens = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];
/** The least size of letters in a drawing on the first of the screens, px; on the phone; and there where it stays above its text. */
const [LEAST, LEAST_ON_PHONE, LEAST_ABOVE_TEXT] = [12, 10, 9];

const norm = (text: string) => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}×/]+/gu, ' ')} `;
/** What is there of an element for a reader, and nothing that is hidden. */
const seen = async (place: Locator) => norm(await place.ariaSnapshot());

/** What can be seen behind the bets of a page, before they are made, and is no veil. */
const behindBets = (page: Page) =>
  page.locator('predict-answer').evaluateAll((bets) =>
    bets.flatMap((bet) => {
      const box = bet.parentElement!;
      if (!box.matches('.asked')) return [`${bet.id} has no box`];
      return [...box.children]
        .filter((part) => part !== bet && !part.matches('.held, :has(.held)'))
        .filter((part) => part.checkVisibility())
        .map((part) => `${bet.id}: ${part.textContent?.slice(0, 60)}`);
    }),
  );

/**
 * No bet is answered by a heading, by the list of contents, by another question, by a figure above it, by what is said behind
 * it, or by what it holds.
 */
async function nothingIsGivenAway(page: Page): Promise<void> {
  expect.soft(await behindBets(page)).toEqual([]);
  const signs = await Promise.all(
    (
      await page
        .locator('.contents, h1, h2, h3, .question, figure.spd-figure:not(.held)')
        .filter({ visible: true })
        .all()
    ).map(seen),
  );
  for (const bet of await page.locator('predict-answer').all()) {
    const id = await bet.getAttribute('data-for');
    const answer = norm((await bet.locator('.answer strong').first().textContent()) ?? '');
    const held = page.locator('.held').filter({ has: page.locator(`[id="${id}"]`) });
    const place = id ? held.or(page.locator(`.held[id="${id}"]`)).first() : undefined;
    if (place) {
      const beside = page.locator('reading-passage').filter({ has: place });
      expect.soft(await seen(beside.or(place).first())).not.toContain(answer);
    }
    // A lone number, or yes and no, stand in many a heading by chance.
    if (/\p{L}{4}/u.test(answer)) for (const sign of signs) expect.soft(sign).not.toContain(answer);
  }
}

/** Each figure, its caption and its controls fit one screen, and its letters can be read. */
async function figuresFit(page: Page): Promise<void> {
  for (const figure of await page.locator('spd-figure[tune]').all()) {
    const id = await figure.getAttribute('id');
    await figure.evaluate((element) => element.scrollIntoView());
    await expect(figure.locator('.transport')).toHaveCount(1);
    for (const screen of screens) {
      await page.setViewportSize(screen);
      await figure.evaluate(() => new Promise(requestAnimationFrame));
      const { height, letters, above } = await figure.evaluate((element) => {
        const own = ['.transport', '.presets', '.controls'].flatMap((name) => [
          ...(element.shadowRoot?.querySelectorAll(`.below > ${name}`) ?? []),
        ]);
        const svg = element.querySelector('svg')!;
        const parts = [svg, ...element.querySelectorAll('.figure-caption'), ...own]
          .map((part) => part.getBoundingClientRect())
          .filter((box) => box.height > 0);
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        const sizes = [...svg.querySelectorAll('text')].map((text) =>
          Number.parseFloat(getComputedStyle(text).fontSize),
        );
        return {
          height:
            Math.max(...parts.map(({ bottom }) => bottom)) -
            Math.min(...parts.map(({ top }) => top)),
          letters: Math.min(...sizes) * scale,
          above: element.closest('reading-passage') !== null,
        };
      });
      expect
        .soft(height, `${id} at ${screen.width} × ${screen.height}`)
        .toBeLessThanOrEqual(screen.height);
      const onPhone = above ? LEAST_ABOVE_TEXT : LEAST_ON_PHONE;
      const least = screen === screens[0] ? LEAST : screen === screens[2] ? onPhone : 0;
      expect
        .soft(letters, `letters of ${id} at ${screen.width}`)
        .toBeGreaterThanOrEqual(least - 0.05);
    }
    await page.setViewportSize(screens[0]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await faint(figure.locator('svg').first()), `${id}, ${colorScheme}`).toEqual([]);
    }
  }
}

for (const chapter of chapters)
  test(`no answer of /${chapter} stands in view before its bet, and its figures fit one screen`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize(screens[0]);
    await page.goto(chapter);
    await expect(page.locator('.held:not([data-held])')).toHaveCount(0);
    await nothingIsGivenAway(page);
    await page.evaluate(() => {
      for (const answer of document.querySelectorAll<HTMLDetailsElement>('predict-answer details'))
        answer.open = true;
    });
    await figuresFit(page);
  });
