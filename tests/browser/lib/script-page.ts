// strideless.js in a page of another origin, under a policy that lets in nothing but our script.
import type { Page } from '@playwright/test';
import { neighbour } from './neighbour.ts';

interface Heard {
  id: string;
  type: string;
  detail: Record<string, unknown>;
}
declare global {
  interface Window {
    told: Heard[];
    before: string[];
  }
}

/** A page that listens, and then fetches the script; its own small script is allowed by its hash. */
export async function open(page: Page, script: string, body: string): Promise<string> {
  const own = `window.told = []; window.before = []; before.push(...Object.keys(window));
    const hear = (event) => event.target.id && told.push({ id: event.target.id, type: event.type, detail: event.detail });
    for (const type of ['ready', 'step', 'change', 'error']) addEventListener(type, hear, true);
    for (const type of ['input', 'spd-change']) addEventListener(type, hear);`;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(own));
  const digest = Buffer.from(hash).toString('base64');
  const origin = new URL(script).origin;
  const policy = `default-src 'none'; script-src ${origin} 'sha256-${digest}'; img-src data:; style-src 'sha256-none' 'self'; frame-src ${origin}`;
  const site = await neighbour(`<!doctype html><html><head><title>Somebody’s page</title>
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <script>${own}</script>
    <script type="module" src="${script}"></script></head><body>${body}</body></html>`);
  page.once('close', site.close);
  await page.goto(`${site.url}?kernel=7&figure.kernel=7#here`);
  return site.url;
}

export const said = (page: Page, id: string, type: string) =>
  page.evaluate(
    ([id, type]) =>
      window.told.filter((one) => one.id === id && one.type === type).map(({ detail }) => detail),
    [id, type],
  );
