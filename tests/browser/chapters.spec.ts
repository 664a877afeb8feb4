import type { Locator, Page } from '@playwright/test';
import { figuresFit, screens } from './lib/one-screen.ts';
import { chapters } from './lib/site.ts';
import { expect, test } from './lib/test.ts';

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
    // What was to be painted is a table.
    const told = bet.locator('.answer').locator('strong, .painted').first();
    const answer = norm(
      await told.evaluate((it) => {
        const cells = [...it.querySelectorAll('td')].map(({ textContent }) => textContent);
        return cells.join(' ') || it.textContent;
      }),
    );
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
