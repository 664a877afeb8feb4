import type { Page } from '@playwright/test';
import { giveaways } from './lib/giveaways.ts';
import { layOut } from './lib/lay-out.ts';
import { chapters } from './lib/site.ts';
import { expect, test } from './lib/test.ts';

/** About a screen, px: what can be seen with a question, above or below it. */
const NEAR = 900;

/** What can be read on a page: all of it, or by each bet what lies near its question, but for its own words. */
const read = (page: Page, near: number) =>
  page.evaluate((reach) => {
    const plain = (text: string) => text.replace(/\s+/g, ' ').toLowerCase();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const pieces: { text: string; top: number; bottom: number; bet: Element | null }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      const seen = parent.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      // What other bets offer are guesses; their questions count.
      if (!seen || parent.closest('script, style, .bet')) continue;
      range.selectNodeContents(node);
      const { top, bottom } = range.getBoundingClientRect();
      const bet = parent.closest('predict-answer');
      pieces.push({ text: node.textContent ?? '', top, bottom, bet });
    }
    const joined = (some: typeof pieces) => plain(some.map(({ text }) => text).join(''));
    const bets = [...document.querySelectorAll<HTMLElement>('predict-answer')].map((bet) => {
      const at = bet.querySelector('legend')!.getBoundingClientRect().top;
      return {
        id: bet.dataset.id ?? '',
        text: joined(
          pieces.filter((p) => p.bet !== bet && p.bottom > at - reach && p.top < at + reach),
        ),
      };
    });
    return { bets, all: joined(pieces) };
  }, near);

for (const chapter of chapters)
  test(`nothing that can be read near a bet of /${chapter} answers it`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: NEAR });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(chapter);
    await layOut(page);
    await expect(page.locator('.held:not([data-held])')).toHaveCount(0);
    const { bets } = await read(page, NEAR);
    for (const { id, text } of bets)
      for (const words of giveaways[id] ?? ['the list of giveaways'])
        expect.soft(text, `before the bet ${id}`).not.toContain(words);

    await page.evaluate(() => {
      for (const answer of document.querySelectorAll<HTMLDetailsElement>('predict-answer details'))
        answer.open = true;
    });
    const { all } = await read(page, NEAR);
    for (const { id } of bets) {
      expect.soft(giveaways[id], `words that would answer ${id}`).toBeTruthy();
      for (const words of giveaways[id] ?? [])
        expect.soft(all, `said once ${id} is answered`).toContain(words);
    }
  });
