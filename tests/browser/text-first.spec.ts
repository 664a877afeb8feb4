import { expect, type Page, test } from '@playwright/test';

/** When the page was drawn first, and when each script that a chapter asks for was asked for, milliseconds. */
const times = (page: Page) =>
  page.evaluate(() => {
    const [first] = performance.getEntriesByType('paint');
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/_astro\/.*\.js$/.test(name));
    return { drawn: first.startTime, scripts: scripts.map(({ startTime }) => startTime) };
  });

const awake = (page: Page) => page.locator('.spd-figure spd-figure:defined').first();

/** Nothing comes by waiting: what the page does after three seconds in any case would hide that it missed its moment. */
const impatient = (page: Page) =>
  page.addInitScript(() => {
    const wait = window.setTimeout;
    window.setTimeout = ((act: TimerHandler, after?: number, ...rest: unknown[]) =>
      after === 3000 ? 0 : wait(act, after, ...rest)) as typeof window.setTimeout;
  });

test('no script of a chapter is asked for before its text is drawn; then all come, in their order', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\.astro_astro_type_script/.test(request.url()))
      asked.push(new URL(request.url()).pathname);
  });
  const served = await (await page.request.get('chapters/reads/')).text();
  await page.goto('chapters/reads/');
  await expect(awake(page)).toBeAttached();
  const { drawn, scripts } = await times(page);
  expect(drawn).toBeGreaterThan(0);
  expect(scripts.length).toBeGreaterThan(5);
  expect(Math.min(...scripts)).toBeGreaterThan(drawn);
  const late = [...served.matchAll(/<script type="module-late" src="([^"]+)"/g)].map(
    ([, src]) => src,
  );
  expect(late.length).toBeGreaterThan(3);
  expect(asked).toEqual(late);
  // Not among the paragraphs, whose styles would all be looked up again.
  await expect(page.locator('head > script[type=module][src]')).toHaveCount(late.length);
  await expect(page.locator('body script[type=module]')).toHaveCount(0);
});

test('the figures of a chapter wake as the reader comes near, one after another, also one that has been put elsewhere meanwhile', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const woken: number[] = [];
    let now = 0;
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (options) {
      if (this.localName === 'spd-figure') {
        now += 1;
        // What wakes with it does so before this.
        queueMicrotask(() => {
          if (now > 0) woken.push(now);
          now = 0;
        });
      }
      return attachShadow.call(this, options);
    };
    Object.assign(window, { woken });
    void customElements.whenDefined('spd-figure').then(() => {
      const moved = document.querySelectorAll('spd-figure')[1];
      moved.parentElement?.append(moved);
    });
  });
  await page.goto('chapters/yolov5-spd/');
  await expect(awake(page)).toBeAttached();
  const figures = page.locator('spd-figure');
  const count = await figures.count();
  expect(count).toBeGreaterThan(2);
  const woken = () => page.evaluate(() => (window as unknown as { woken: number[] }).woken);
  // Not before the reader comes near.
  expect((await woken()).length).toBeLessThan(count);
  // All at once: what waits for a bet, too.
  await page.setViewportSize({ width: 1280, height: 40_000 });
  await page.evaluate(() => {
    for (const bet of document.querySelectorAll<HTMLElement>('predict-answer'))
      bet.dataset.told = '';
  });
  await expect.poll(woken).toEqual(Array(count).fill(1));
  await page.setViewportSize({ width: 1280, height: 720 });
  await figures.nth(1).scrollIntoViewIfNeeded();
  await expect(figures.nth(1).locator('.stage')).toBeAttached();
});

test('a widget further down is fetched as the reader comes near', async ({ page }) => {
  await page.goto('chapters/detectors/');
  await expect(page.locator('figure-do[role]').first()).toBeAttached();
  const defined = () => page.evaluate(() => customElements.get('detector-flow') !== undefined);
  expect(await defined()).toBe(false);
  // What the text does to it brings the reader there.
  await page.locator('figure-do[for=flow]').first().click();
  await expect.poll(defined).toBe(true);
  const detector = () =>
    page
      .locator('detector-flow')
      .evaluate((flow) => (flow as HTMLElement & { values: { detector: string } }).values.detector);
  await expect.poll(detector).toBe('spd');
});

test('a chapter is drawn in one piece: nothing of it before its foot is there', async ({
  page,
}) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#foot')) return;
      performance.mark('foot');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('chapters/reads/');
  await expect(awake(page)).toBeAttached();
  const { drawn } = await times(page);
  const foot = await page.evaluate(() => performance.getEntriesByName('foot')[0].startTime);
  expect(drawn).toBeGreaterThan(foot);
});

test('on a slow line what has come is shown', async ({ page }) => {
  // The page stops short of its foot: the rest of it never comes.
  await page.route('**/chapters/reads/', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const cut = text.slice(0, text.indexOf('<footer'));
    await route.fulfill({ response, body: `${cut}<script src="../../never.js"></script>` });
  });
  await page.route('**/never.js', () => undefined);
  await page.goto('chapters/reads/', { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
  const { drawn } = await times(page);
  expect(drawn).toBeGreaterThan(550);
});

test('what a reader does before the code is there counts once it is: a theme, a term', async ({
  page,
}) => {
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_astro\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('chapters/reads/');
  await expect(page.locator('head > script[type=module][src]').first()).toBeAttached();
  await page.getByLabel('Theme').selectOption('dark');
  await page.locator('a.term').first().focus();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  release?.();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('tooltip')).toBeVisible();
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
});

test('where nothing is drawn nothing is waited for: a chapter in a frame that nobody sees', async ({
  page,
}) => {
  await impatient(page);
  await page.goto('404/');
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = new URL('../chapters/reads/', location.href).href;
    frame.style.display = 'none';
    document.body.append(frame);
  });
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.spd-figure spd-figure:defined').first()).toBeAttached();
});

test('a browser that tells of no drawing gets its scripts all the same', async ({ page }) => {
  await impatient(page);
  await page.addInitScript(() => {
    Object.defineProperty(PerformanceObserver, 'supportedEntryTypes', { value: ['mark'] });
  });
  await page.goto('chapters/reads/');
  await expect(awake(page)).toBeAttached();
});

test('a browser that says it would tell, and never does, gets them after three seconds', async ({
  page,
}) => {
  await page.addInitScript(() => {
    PerformanceObserver.prototype.observe = () => undefined;
  });
  const start = Date.now();
  await page.goto('chapters/reads/');
  await expect(awake(page)).toBeAttached();
  expect(Date.now() - start).toBeGreaterThan(2_900);
});
