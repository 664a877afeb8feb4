// A page of another origin with a figure or a lab in a frame, and what the two say to each other.
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { neighbour } from './neighbour.ts';

declare global {
  interface Window {
    heard: unknown[];
  }
}

/** A page of another origin, as somebody's blog or slide deck: an input that has the focus, and the figure in an iframe. */
export async function host(
  page: Page,
  embed: string,
  look = '',
  shown = 'spd-figure .stage',
): Promise<FrameLocator> {
  const site = await neighbour(`<!doctype html><title>Somebody else’s page</title>${look}
    <input aria-label="theirs" autofocus>
    <script>window.heard = []; addEventListener('message', (event) => heard.push(event.data));</script>
    <iframe src="${embed}" title="figure" width="900" height="1000" style="display: block"></iframe>`);
  page.once('close', site.close);
  await page.goto(site.url);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator(shown)).toBeVisible();
  await expect.poll(() => kinds(page)).toContain('spd:ready');
  return frame;
}

export const tell = (page: Page, message: unknown) =>
  page.evaluate(
    (m) => document.querySelector('iframe')?.contentWindow?.postMessage(m, '*'),
    message,
  );
export const heard = (page: Page) => page.evaluate(() => window.heard);
export const kinds = async (page: Page) =>
  (await heard(page)).map((message) => (message as { type?: string }).type ?? message);
export const errors = async (page: Page) =>
  ((await heard(page)) as { type?: string; message?: string }[])
    .filter((message) => message?.type === 'spd:error')
    .map(({ message }) => message);
export const lastStep = async (page: Page) =>
  (await heard(page)).findLast((m) => (m as { type?: string }).type === 'spd:step');
