import type { BrowserContext } from '@playwright/test';
import { test as cold } from './test.ts';

export { expect } from './test.ts';

/**
 * A test whose page finds in the browser's cache what the worker's earlier tests have fetched and compiled: for what looks
 * at one page after the other and does little else (a third of the work is loading them). Not for tests of loading itself,
 * nor where something is kept that the next test would find.
 */
export const test = cold.extend<object, { warm: BrowserContext }>({
  warm: [
    async ({ browser }, use, { project }) => {
      const { baseURL, serviceWorkers } = project.use;
      const context = await browser.newContext({ baseURL, serviceWorkers });
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ warm }, use) => {
    const page = await warm.newPage();
    await use(page);
    await page.close();
  },
});
