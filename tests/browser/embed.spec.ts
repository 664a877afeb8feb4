import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { outgoing, VERSION } from '#components/figure/protocol.ts';
import { errors, heard, host, kinds, lastStep, tell } from './lib/foreign-page.ts';

/** The element of the outer page that has the focus: "IFRAME" once something inside the frame has it. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

// One for all: what each of them does in its frame stands below.
test.describe('a figure in a page of another origin', () => {
  let figure: FrameLocator;
  test.beforeEach(async ({ page, baseURL }) => {
    figure = await host(page, `${baseURL}embed/reads/`);
  });

  test('draws, and says so with its height', async ({ page }) => {
    expect(await figure.locator('spd-figure > svg rect').count()).toBeGreaterThan(20);
    const messages = (await heard(page)) as Record<string, unknown>[];
    const ready = messages.find(({ type }) => type === 'spd:ready');
    expect(ready).toMatchObject({ name: 'reads', version: VERSION, steps: expect.any(Number) });
    expect(Object.keys(ready ?? {})).toEqual(['type', ...Object.keys(outgoing.ready)]);
    // In a frame of the height that it asks for, the drawing is as wide as the frame.
    await page.evaluate((messages) => {
      const frame = document.querySelector('iframe')!;
      frame.style.width = '500px';
      const told = (messages as { height?: number }[]).findLast(({ height }) => height);
      frame.style.height = `${told?.height}px`;
      addEventListener('message', ({ data }) => {
        if (data?.type === 'spd:height') frame.style.height = `${data.height}px`;
      });
    }, messages);
    const spare = () =>
      figure.locator('spd-figure > svg').evaluate((svg: SVGSVGElement) => {
        const { clientWidth, clientHeight, viewBox } = svg;
        const { width, height } = viewBox.baseVal;
        return Math.abs(clientHeight - (clientWidth * height) / width) + Number(innerWidth !== 500);
      });
    await expect.poll(spare).toBeLessThan(1.5);
  });

  test('obeys the deck and the page, and never takes the focus', async ({ page }) => {
    await tell(page, 'slide:start');
    await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
    await tell(page, 'slide:stop');
    await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible();
    await tell(page, 'slide:start');
    await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
    // Where somebody has named a moment, a slide that appears leaves it.
    await tell(page, { type: 'spd:goto', step: 1 });
    await tell(page, 'slide:start');
    await tell(page, { type: 'spd:get' });
    await expect.poll(() => kinds(page)).toContain('spd:change');
    await expect.poll(() => lastStep(page)).toMatchObject({ step: 1 });
    await expect(figure.getByRole('button', { name: 'Play' })).toBeVisible();
    await tell(page, { type: 'spd:previous' });
    await expect.poll(() => lastStep(page)).toMatchObject({ step: 0 });
    await tell(page, { type: 'spd:set', params: { kernel: 5 } });
    await expect(figure.locator('.figure-description')).toContainText('A 5 × 5 window');
    expect(await focused(page)).toBe('INPUT');
  });

  test('steps by keys and hands PageDown on at its last moment', async ({ page }) => {
    await figure.locator('.stage').focus();
    await tell(page, { type: 'spd:goto', step: 3 });
    await expect.poll(() => lastStep(page)).toMatchObject({ step: 3 });
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
    expect(await heard(page)).toContainEqual({
      type: 'spd:key',
      key: 'PageDown',
      code: 'PageDown',
    });
    // With the key the deck has got the keyboard.
    expect(await page.evaluate(() => document.hasFocus())).toBe(true);
    await figure.locator('.stage').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('PageUp');
    await expect.poll(() => heard(page)).toContain('{"method":"prev"}');
  });

  test('answers a bad message to the page alone, and lets every other one go by', async ({
    page,
  }) => {
    const drawn = () => figure.locator('spd-figure > svg').evaluate((svg) => svg.outerHTML);
    await tell(page, { type: 'spd:goto', step: 0 });
    await expect.poll(() => lastStep(page)).toMatchObject({ step: 0 });
    const before = await drawn();
    const faults: Error[] = [];
    page.on('pageerror', (error) => faults.push(error));
    const bad: [unknown, RegExp][] = [
      [{ type: 'spd:html', html: '<b>' }, /no message “spd:html”/],
      [{ type: 'spd:set' }, /“params” an object/],
      [{ type: 'spd:set', params: { nothing: 1, __proto__: { kernel: 5 } } }, /“nothing”/],
      [{ type: 'spd:step', n: '1' }, /a finite number/],
      [{ type: 'spd:step', n: Number.NaN }, /a finite number/],
      [{ type: 'spd:goto', step: -1e300 }, /at least 0/],
    ];
    const others = ['slide:go', '<img src=x onerror=alert(1)>', null, 7, { method: 'next' }];
    for (const message of [...others, ...bad.map(([message]) => message)])
      await tell(page, message);
    await expect.poll(async () => (await errors(page)).length).toBe(bad.length);
    for (const [i, said] of (await errors(page)).entries()) expect(said).toMatch(bad[i][1]);
    await expect(figure.locator('.error')).toBeEmpty();
    expect(await drawn()).toBe(before);
    expect(faults).toEqual([]);
    await tell(page, { type: 'spd:set', params: { kernel: 1e9 } });
    await expect.poll(async () => (await errors(page)).at(-1)).toMatch(/is at most \d/);
    await expect(figure.locator('.error')).toBeEmpty();
  });
});

test('the address sets theme, ground, size of type, what is shown and keys', async ({
  page,
  baseURL,
}) => {
  const query = '?theme=dark&bg=102030&scale=1.5&hide=share,settings&keys=off';
  const figure = await host(page, `${baseURL}embed/reads/${query}`);
  const root = figure.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveCSS('background-color', 'rgb(16, 32, 48)');
  await expect(root).toHaveCSS('font-size', '24px');
  await expect(figure.getByRole('button', { name: 'Previous moment' })).toBeVisible();
  await expect(figure.getByText('Share')).toHaveCount(0);
  await expect(figure.getByText('Settings')).toHaveCount(0);
  await figure.locator('.stage').focus();
  await page.keyboard.press('Home');
  await expect
    .poll(() => heard(page))
    .toContainEqual({ type: 'spd:key', key: 'Home', code: 'Home' });
  expect(await lastStep(page)).not.toMatchObject({ step: 0 });
  await figure.getByRole('button', { name: 'Previous moment' }).click();
  await expect.poll(() => kinds(page)).toContain('spd:change');
});

test('whoever asks for a moment never sees another one before it, and the poster where the code does not come', async ({
  page,
}) => {
  let comes = () => {};
  const held = new Promise<void>((done) => {
    comes = done;
  });
  await page.route('**/figure-block.*', async (route) => {
    await held;
    await route.continue();
  });
  const poster = page.locator('spd-figure > svg:not([data-adopted])').first();
  await page.goto('embed/block/', { waitUntil: 'domcontentloaded' });
  await expect(page.locator('html[data-fit]')).toHaveCount(1);
  await expect(poster).toBeVisible();
  await page.goto('embed/block/?step=0', { waitUntil: 'domcontentloaded' });
  await expect(page.locator('html[data-fit]')).toHaveCount(1);
  await expect(poster).toBeHidden();
  comes();
  await expect(page.locator('spd-figure > svg[data-adopted]')).toBeVisible();
  for (const chunk of ['figure-block', 'framed-figure']) {
    await page.route(`**/${chunk}.*`, (route) => route.fulfill({ status: 404 }));
    await page.goto('embed/block/?step=0');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(poster).toBeVisible();
    await page.unroute(`**/${chunk}.*`);
  }
});

test('it plays by itself, as fast as the address asks, and begins again at its end', async ({
  page,
  baseURL,
}) => {
  const figure = await host(page, `${baseURL}embed/block/?autoplay=on&loop=on&speed=2`);
  await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(figure.getByRole('combobox', { name: 'Speed' })).toHaveValue('2');
  const first = async () =>
    (await heard(page)).filter((m) => (m as { step?: number }).step === 1).length;
  await expect.poll(first, { timeout: 40_000 }).toBeGreaterThan(1);
});

test('a ground that is no colour is not believed', async ({ page, baseURL }) => {
  const figure = await host(page, `${baseURL}embed/reads/?theme=light&bg=url(x)`);
  await expect(figure.locator('html')).toHaveCSS('background-color', 'rgb(251, 250, 246)');
});

for (const [theme, scheme, frame] of [
  ['dark', 'normal', ''],
  // As the share menu's code has it, for a deck with a colour scheme.
  ['light', 'dark', 'iframe { color-scheme: light }'],
]) {
  test(`without a ground a ${theme} figure shows that of a page whose colour scheme is ${scheme}`, async ({
    page,
    baseURL,
  }) => {
    const look = `<style>html { background: rgb(0 128 0); color-scheme: ${scheme} } iframe { border: 0; position: fixed; inset: 0 } ${frame}</style>`;
    const figure = await host(page, `${baseURL}embed/block/?bg=none&theme=${theme}`, look);
    await expect(figure.locator('html')).toHaveAttribute('data-clear', '');
    const box = (await page.locator('iframe').boundingBox())!;
    const corner = await page.screenshot({ clip: { ...box, width: 2, height: 2 } });
    const pixel = await page.evaluate(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const context = new OffscreenCanvas(2, 2).getContext('2d')!;
      context.drawImage(image, 0, 0);
      return [...context.getImageData(0, 0, 1, 1).data];
    }, corner.toString('base64'));
    expect(pixel).toEqual([0, 128, 0, 255]);
  });
}
