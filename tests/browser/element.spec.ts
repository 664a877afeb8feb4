// strideless.js in a page of another origin, under a policy that lets in nothing but our script.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { outgoing, VERSION } from '#components/figure/protocol.ts';
import { open, said } from './lib/script-page.ts';

type Element = HTMLElement & {
  play(): void;
  pause(): void;
  next(): boolean;
  previous(): boolean;
  goto(moment: number | { at: number }): void;
  set(params: object): void;
  readonly paused: boolean;
  readonly params: Record<string, unknown>;
};
/** Most bytes, gzipped: of the script and the player, and with the code of a figure. */
const LIMITS = { player: 30_000, all: 90_000 };

test('figures in a page of another origin under a strict policy', async ({ page, baseURL }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const url = await open(
    page,
    `${baseURL}strideless.js`,
    `<p id="text">Text</p>
    <strideless-figure id="figure" name="reads" kernel="5" speed="4"><p id="before">A picture</p></strideless-figure>
    <strideless-figure id="bad" name="space-to-depth" block="1e9" theme="pink" step="x"></strideless-figure>
    <strideless-figure id="none" name="nothing"></strideless-figure>
    ${'<p>far</p>'.repeat(200)}
    <strideless-figure id="far" name="nms"></strideless-figure>`,
  );
  const looks = () =>
    page
      .locator('#text')
      .evaluate((one) =>
        JSON.stringify(
          [...getComputedStyle(one)].map((key) => getComputedStyle(one).getPropertyValue(key)),
        ),
      );
  const before = await looks();

  // It draws what its attributes say, whatever the page's address does.
  await expect.poll(() => said(page, 'figure', 'ready')).toHaveLength(1);
  const [ready] = await said(page, 'figure', 'ready');
  expect(ready).toMatchObject({ name: 'reads', version: VERSION, params: { kernel: 5 } });
  // What it tells by events has all that the messages of a frame have.
  expect(Object.keys(ready)).toEqual(Object.keys(outgoing.ready));
  const figure = page.locator('#figure');
  expect(await figure.locator('strideless-player > svg rect').count()).toBeGreaterThan(20);
  await expect(page.locator('#before')).toBeHidden();

  // What can't be taken is clamped and told, and nothing is thrown.
  await expect.poll(() => said(page, 'bad', 'ready')).toHaveLength(1);
  expect(await said(page, 'bad', 'error')).toMatchObject([
    { message: expect.stringMatching(/block is at most/) },
    { message: expect.stringMatching(/step/) },
    { message: expect.stringMatching(/theme/) },
  ]);
  expect(await said(page, 'none', 'error')).toMatchObject([
    { message: expect.stringMatching(/no figure “nothing”; there are .*reads/) },
  ]);

  // Methods, as a media element has them.
  const last = async (type: string) => (await said(page, 'figure', type)).at(-1);
  await figure.evaluate((one) => (one as Element).goto(0));
  await expect.poll(() => last('step')).toMatchObject({ step: 0 });
  for (const type of ['step', 'change'] as const)
    expect(Object.keys((await last(type)) ?? {})).toEqual(Object.keys(outgoing[type]));
  expect(await figure.evaluate((one) => (one as Element).next())).toBe(true);
  await expect.poll(() => last('step')).toMatchObject({ step: 1 });
  expect(await figure.evaluate((one) => (one as Element).previous())).toBe(true);
  expect(await figure.evaluate((one) => (one as Element).previous())).toBe(false);
  await figure.evaluate((one) => (one as Element).play());
  await expect.poll(async () => (await last('step'))?.step).toBeGreaterThan(1);
  await figure.evaluate((one) => (one as Element).pause());
  expect(await figure.evaluate((one) => (one as Element).paused)).toBe(true);

  // Attributes that change later take effect; the reader's own choice is told, and stays.
  await figure.evaluate((one) => one.setAttribute('kernel', '7'));
  await expect.poll(() => last('change')).toMatchObject({ params: { kernel: 7 } });
  await figure.evaluate((one) => one.setAttribute('controls', 'none'));
  await expect(figure.getByRole('button', { name: 'Play' })).toHaveCount(0);
  expect(await figure.evaluate((one) => (one as Element).params.kernel)).toBe(7);
  await figure.evaluate((one) => one.removeAttribute('controls'));
  await figure.getByRole('slider', { name: 'Moment of the figure' }).fill('0');
  await expect.poll(() => last('change')).toMatchObject({ at: 0 });
  await expect(figure.getByRole('link', { name: 'From Strideless' })).toHaveAttribute(
    'href',
    `${baseURL}figures/reads/?reads.kernel=7&reads.step=0`,
  );

  // The colours are those that suit the page; an attribute says otherwise.
  const ink = () => figure.locator('.home').evaluate((one) => getComputedStyle(one).color);
  expect(await ink()).toBe('rgb(28, 29, 32)');
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = 'dark';
  });
  await expect.poll(ink).toBe('rgb(233, 231, 225)');
  // A theme that has a layout of its own is laid out anew at once.
  await figure.evaluate((one) => {
    one.style.height = '640px';
    one.setAttribute('fit', 'contain');
    one.setAttribute('theme', 'projector');
  });
  await expect.poll(ink).toBe('rgb(0, 0, 0)');
  const drawing = figure.locator('strideless-player > svg');
  await expect(drawing).toHaveAttribute('data-layout', 'projector');
  await figure.evaluate((one) => one.setAttribute('theme', 'dark'));
  await expect(drawing).not.toHaveAttribute('data-layout', 'projector');
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = '';
  });

  // The page is as it was: address, globals, styles; and nobody has asked for what is far below.
  expect(page.url()).toBe(`${url}?kernel=7&figure.kernel=7#here`);
  expect(
    await page.evaluate(() => Object.keys(window).filter((key) => !window.before.includes(key))),
  ).toEqual([]);
  expect(
    await page.evaluate(() => document.head.children.length + document.adoptedStyleSheets.length),
  ).toBe(4);
  expect(await looks()).toBe(before);
  expect(
    await page.evaluate(() =>
      window.told.some(({ type }) => type === 'input' || type === 'spd-change'),
    ),
  ).toBe(false);
  expect(asked.filter((address) => /nms/.test(address))).toEqual([]);
  await page.locator('#far').scrollIntoViewIfNeeded();
  await expect.poll(() => said(page, 'far', 'ready')).toHaveLength(1);
  expect(asked.some((address) => /nms/.test(address))).toBe(true);
  expect(complaints).toEqual([]);
});

test('the script and what it fetches for a figure stay small, and it comes to a deck with keys', async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(
    page,
    `${baseURL}strideless.js`,
    '<strideless-figure id="figure" name="space-to-depth" autoplay loop speed="4"></strideless-figure>',
  );
  await expect.poll(() => said(page, 'figure', 'ready')).toHaveLength(1);
  // Again and again: past its end it is at its first moment once more.
  const steps = async () => (await said(page, 'figure', 'step')).map(({ step }) => step);
  await expect
    .poll(async () => (await steps()).filter((step) => step === 1).length, { timeout: 30_000 })
    .toBeGreaterThan(1);
  const folder = process.env.SITE_FOLDER ?? 'dist';
  const bytes = (addresses: string[]) =>
    addresses.reduce(
      (sum, address) => sum + gzipSync(readFileSync(folder + new URL(address).pathname)).length,
      0,
    );
  const scripts = asked.filter((address) => address.endsWith('.js'));
  expect(
    bytes(scripts.filter((address) => /strideless\.js|guest-player/.test(address))),
  ).toBeLessThan(LIMITS.player);
  expect(bytes(scripts)).toBeLessThan(LIMITS.all);

  // What the figure takes the page does not see; at its end the key is the page's.
  const figure = page.locator('#figure');
  await page.evaluate(() => {
    document.addEventListener('keydown', ({ key }) => document.body.setAttribute('data-key', key));
  });
  await figure.evaluate((one) => (one as Element).goto(0));
  await figure.locator('.stage').focus();
  await page.keyboard.press('PageDown');
  await expect.poll(async () => (await steps()).at(-1)).toBe(1);
  await expect(page.locator('body')).not.toHaveAttribute('data-key');
  await page.keyboard.press('End');
  await page.keyboard.press('PageDown');
  await expect(page.locator('body')).toHaveAttribute('data-key', 'PageDown');
});
