import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { neighbour } from './lib/neighbour.ts';

declare global {
  interface Window {
    heard: unknown[];
  }
}

/** A page of another origin, as somebody's blog or slide deck: an input that has the focus, and the figure in an iframe. */
async function host(page: Page, embed: string): Promise<FrameLocator> {
  const site = await neighbour(`<!doctype html><title>Somebody else’s page</title>
    <input aria-label="theirs" autofocus>
    <script>window.heard = []; addEventListener('message', (event) => heard.push(event.data));</script>
    <iframe src="${embed}" title="figure" width="900" height="1000"></iframe>`);
  page.once('close', site.close);
  await page.goto(site.url);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('spd-figure .stage')).toBeVisible();
  await expect.poll(() => kinds(page)).toContain('spd:ready');
  return frame;
}

const tell = (page: Page, message: unknown) =>
  page.evaluate(
    (m) => document.querySelector('iframe')?.contentWindow?.postMessage(m, '*'),
    message,
  );
const heard = (page: Page) => page.evaluate(() => window.heard);
const kinds = async (page: Page) =>
  (await heard(page)).map((message) => (message as { type?: string }).type ?? message);
const lastStep = async (page: Page) =>
  (await heard(page)).findLast((m) => (m as { type?: string }).type === 'spd:step');
/** The element of the outer page that has the focus: "IFRAME" once something inside the frame has it. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

for (const name of ['reads', 'space-to-depth']) {
  test.describe(`${name} in a page of another origin`, () => {
    let figure: FrameLocator;
    test.beforeEach(async ({ page, baseURL }) => {
      figure = await host(page, `${baseURL}embed/${name}/`);
    });

    test('draws, and says so with its height', async ({ page }) => {
      expect(await figure.locator('spd-figure > svg rect').count()).toBeGreaterThan(20);
      const messages = (await heard(page)) as Record<string, unknown>[];
      const ready = messages.find(({ type }) => type === 'spd:ready');
      expect(ready).toMatchObject({ name, steps: expect.any(Number) });
      const real = () =>
        figure.locator('spd-figure').evaluate((element: HTMLElement) => element.offsetHeight);
      const told = async () =>
        ((await heard(page)) as Record<string, unknown>[]).findLast(
          ({ type }) => type === 'spd:height',
        )?.height;
      await expect.poll(async () => (await told()) === (await real())).toBe(true);
    });

    test('obeys the deck and the page, and never takes the focus', async ({ page }) => {
      await tell(page, { type: 'spd:step', n: 1 });
      await expect.poll(() => lastStep(page)).toMatchObject({ step: 1 });
      await tell(page, 'slide:start');
      await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
      await tell(page, 'slide:stop');
      await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible();
      const size = name === 'reads' ? { kernel: 5 } : { block: 3 };
      await tell(page, { type: 'spd:set', params: size });
      await expect(figure.locator('.figure-description')).toContainText(
        name === 'reads' ? 'A 5 × 5 window' : 'block size 3',
      );
      expect(await focused(page)).toBe('INPUT');
    });

    test('steps by keys and hands PageDown on at its last moment', async ({ page }) => {
      await figure.locator('.stage').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('PageDown');
      await expect.poll(() => lastStep(page)).toMatchObject({ step: 1 });
      const { steps } = (await heard(page)).find(
        (m) => (m as { type?: string }).type === 'spd:ready',
      ) as { steps: number };
      for (let step = 1; step < steps; step++) await page.keyboard.press('PageDown');
      await expect.poll(() => lastStep(page)).toMatchObject({ step: steps });
      expect(await heard(page)).not.toContain('{"method":"next"}');
      await page.keyboard.press('PageDown');
      await expect.poll(() => heard(page)).toContain('{"method":"next"}');
      expect(await heard(page)).toContainEqual({ type: 'spd:key', key: 'PageDown' });
      await page.keyboard.press('Home');
      await page.keyboard.press('PageUp');
      await expect.poll(() => heard(page)).toContain('{"method":"prev"}');
    });

    test('lets every other message and every key of the slide tool go by', async ({ page }) => {
      const drawn = () => figure.locator('spd-figure > svg').evaluate((svg) => svg.outerHTML);
      const before = await drawn();
      const faults: Error[] = [];
      page.on('pageerror', (error) => faults.push(error));
      for (const message of [
        'slide:go',
        '<img src=x onerror=alert(1)>',
        null,
        7,
        { type: 'spd:html', html: '<b>' },
        { type: 'spd:set' },
        { type: 'spd:set', params: { nothing: 1, __proto__: { kernel: 5 } } },
        { type: 'spd:step', n: '1' },
        { type: 'spd:step', n: Number.NaN },
        { method: 'next' },
      ])
        await tell(page, message);
      await figure.locator('.stage').focus();
      for (const key of ['b', '.', 'F5', 'Escape', 'n']) {
        const kept = await figure.locator('.stage').evaluate((stage, key) => {
          const event = new KeyboardEvent('keydown', {
            key,
            bubbles: true,
            cancelable: true,
            composed: true,
          });
          return stage.dispatchEvent(event);
        }, key);
        expect(kept, `${key} is left alone`).toBe(true);
      }
      expect(await drawn()).toBe(before);
      expect(faults).toEqual([]);
    });
  });
}

test('the address sets theme, ground, size of type, controls and keys', async ({
  page,
  baseURL,
}) => {
  const query = '?theme=dark&bg=102030&scale=1.5&controls=steps&keys=off';
  const figure = await host(page, `${baseURL}embed/reads/${query}`);
  const root = figure.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveCSS('background-color', 'rgb(16, 32, 48)');
  await expect(root).toHaveCSS('font-size', '24px');
  await expect(figure.getByRole('button', { name: 'Previous moment' })).toBeVisible();
  await expect(figure.locator('.controls')).toHaveCount(0);
  await figure.locator('.stage').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  await page.waitForTimeout(200);
  expect(await kinds(page)).not.toContain('spd:key');
  expect(await lastStep(page)).not.toMatchObject({ step: 0 });
  await figure.getByRole('button', { name: 'Previous moment' }).click();
  await expect
    .poll(() => heard(page))
    .toContainEqual(expect.objectContaining({ type: 'spd:step' }));
});

test('a ground that is no colour is not believed', async ({ page, baseURL }) => {
  const figure = await host(page, `${baseURL}embed/reads/?theme=light&bg=url(x)`);
  await expect(figure.locator('html')).toHaveCSS('background-color', 'rgb(251, 250, 246)');
});
