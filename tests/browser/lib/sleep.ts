import type { Page } from '@playwright/test';

/** A tab that the browser puts to sleep, and wakes again after so long, milliseconds. */
export async function sleep(page: Page, time: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, time));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
}
