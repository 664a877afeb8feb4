import type { Page } from '@playwright/test';
import { withAxe } from './axe.ts';
import { test as cold } from './test.ts';

export { expect } from './test.ts';

/** What a test may listen to in its page; the next one finds nobody listening. */
const HEARD = ['console', 'pageerror', 'request', 'worker'] as const;

/**
 * A test whose page is a tab that the worker's earlier tests have used: to open a window takes half a second of both cores,
 * axe is there, and what was fetched and compiled lies in the browser's cache. For what looks at one page after the other
 * and does little else. Not for tests of loading itself, nor where something is kept that the next test would find.
 */
export const test = cold.extend<object, { tab: Page }>({
  tab: [
    async ({ browser }, use, { project }) => {
      const { baseURL, serviceWorkers } = project.use;
      const context = await browser.newContext({ baseURL, serviceWorkers });
      const tab = await context.newPage();
      await withAxe(tab);
      await use(tab);
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ tab }, use) => {
    await use(tab);
    for (const event of HEARD) tab.removeAllListeners(event);
  },
});
