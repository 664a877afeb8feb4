import type { Page } from '@playwright/test';

/**
 * Gives all of a chapter its place. What is further down has none before a reader comes near (site/styles/chapter.css), and
 * what is not laid out is measured as nothing: never too wide, too pale, or near a bet.
 */
export const layOut = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':is(.prose, .asked) > * { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(sheet);
  });
