// The service worker over a site of a few files, on hosts that are slow, broken, shared, or deployed to.
import { type BrowserContext, expect, type Page, test as plain } from '@playwright/test';
import { type Host, startHost } from './lib/host.ts';
import { smallSite } from './lib/small-site.ts';

const test = plain.extend<{ host: Host; site: (version: string, base?: string) => string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here.
  site: async ({}, use, info) => {
    await use((version, base) => smallSite(info.outputPath(version), version, base));
  },
  host: async ({ site }, use) => {
    const host = await startHost({ '/': site('v1') });
    await use(host);
    await host.close();
  },
});
test.use({ serviceWorkers: 'allow' });

/** Opens a page, waits until the worker keeps the site, and until it answers for this page. */
async function install(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
}

/** Waits until the next version is kept and waits for its turn. */
const nextVersionWaits = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update();
        return Boolean(registration?.waiting);
      }),
    )
    .toBe(true);

/** Closes every page, so that the version that waits takes over, and opens a new one. */
async function reopen(context: BrowserContext, url: string): Promise<Page> {
  const last = await context.newPage();
  for (const page of context.pages()) if (page !== last) await page.close();
  await last.goto('about:blank');
  await last.goto(url);
  return last;
}

const caches = (page: Page) => page.evaluate(async () => (await self.caches.keys()).sort());

test.describe('a slow or broken network', () => {
  test('a page over a slow line arrives whole, however long it takes', async ({ page, host }) => {
    await install(page, `${host.url}/`);
    host.faults['/long/'] = { rate: 15_000 };
    await page.goto(`${host.url}/long/`);
    await expect(page.locator('#end')).toHaveText('end');
    await expect(page.locator('#page')).toHaveText('long v1');
  });

  test('a page whose answer does not begin comes from the device', async ({ page, host }) => {
    await install(page, `${host.url}/`);
    host.faults['/chapters/reads/'] = { wait: 60_000 };
    await page.goto(`${host.url}/chapters/reads/`);
    await expect(page.locator('#page')).toHaveText('reads v1');
    await expect(page.locator('#data')).toHaveText('card v1, other v1, index v1');
  });

  test('a server that is out of order is no reason to show nothing', async ({ page, host }) => {
    await install(page, `${host.url}/`);
    host.faults['/chapters/reads/'] = { status: 503 };
    await page.goto(`${host.url}/chapters/reads/`);
    await expect(page.locator('#page')).toHaveText('reads v1');
  });
});

test.describe('without a network', () => {
  test('pages are found by every name that they have', async ({ page, host }) => {
    await install(page, `${host.url}/`);
    // Visited once with other parameters: that one is kept, its neighbour is not.
    await page.goto(`${host.url}/embed/reads/?kernel=5`);
    await expect(page.locator('#data')).toContainText('index v1');
    host.down = true;
    for (const [asked, shown] of [
      ['index.html', 'home v1'],
      ['chapters/reads', 'reads v1'],
      ['chapters/reads?reads.kernel=5', 'reads v1'],
      ['chapters/reads/index.html', 'reads v1'],
      ['embed/reads/?theme=dark', 'embed v1'],
      ['embed/reads', 'embed v1'],
      ['embed/block/', 'not found v1'],
      ['nowhere/', 'not found v1'],
    ]) {
      await page.goto(`${host.url}/${asked}`);
      await expect(page.locator('#page'), asked).toHaveText(shown);
      expect(new URL(page.url()).search).toBe(new URL(`${host.url}/${asked}`).search);
    }
  });

  test('what is asked for with ever other queries is found, and kept once', async ({
    page,
    host,
  }) => {
    const kept = () =>
      page.evaluate(async () => {
        const all = await self.caches.keys();
        const caches = await Promise.all(all.map((name) => self.caches.open(name)));
        return (await Promise.all(caches.map((cache) => cache.keys()))).flat().length;
      });
    await install(page, `${host.url}/`);
    await page.reload();
    await expect(page.locator('#data')).toContainText('index v1');
    const before = await kept();
    for (let visit = 0; visit < 3; visit++) {
      await page.reload();
      await expect(page.locator('#data')).toContainText('index v1');
    }
    expect(await kept()).toBe(before);
    host.down = true;
    await page.reload();
    await expect(page.locator('#data')).toHaveText('card v1, other v1, index v1');
  });
});

test.describe('a deploy', () => {
  test('on a host with max-age=600 every page and file of the next version is of that version', async ({
    page,
    host,
    site,
    context,
  }) => {
    host.maxAge = 600;
    await install(page, `${host.url}/`);
    // The browser itself remembers these now.
    for (const path of ['', 'long/', 'chapters/reads/']) await page.goto(`${host.url}/${path}`);
    host.folders['/'] = site('v2');
    await page.goto(`${host.url}/`);
    await nextVersionWaits(page);
    const last = await reopen(context, `${host.url}/`);
    await expect.poll(() => caches(last)).toHaveLength(1);
    host.down = true;
    for (const [path, name] of [
      ['', 'home'],
      ['long/', 'long'],
      ['chapters/reads/', 'reads'],
    ]) {
      await last.goto(`${host.url}/${path}`);
      await expect(last.locator('#page')).toHaveText(`${name} v2`);
      await expect(last.locator('#data')).toContainText('card v2');
      await expect(last.locator('#data')).toContainText('index v2');
    }
  });

  test('new code reads new data while the old worker is still at work', async ({
    page,
    host,
    site,
    context,
  }) => {
    host.maxAge = 600;
    await install(page, `${host.url}/`);
    await page.reload();
    await expect(page.locator('#data')).toHaveText('card v1, other v1, index v1');
    host.folders['/'] = site('v2');
    // A second tab keeps the old worker at work.
    const tab = await context.newPage();
    await tab.goto(`${host.url}/`);
    await expect(tab.locator('#page')).toHaveText('home v2');
    await expect(tab.locator('#data')).toHaveText('card v2, other v2, index v2');
    await expect(page.locator('#page')).toHaveText('home v1');
    // Without a network all is of the old version again, data included.
    host.down = true;
    await tab.goto(`${host.url}/chapters/reads/`);
    await expect(tab.locator('#page')).toHaveText('reads v1');
    await expect(tab.locator('#data')).toContainText('card v1');
  });

  test('fetches what has changed, and nothing else', async ({ page, host, site }) => {
    await install(page, `${host.url}/`);
    host.folders['/'] = site('v2');
    host.asked = [];
    await page.goto(`${host.url}/`);
    await nextVersionWaits(page);
    expect(host.asked).toContain('/long/');
    expect(host.asked).toContain('/weights/yolov5p.json');
    expect(host.asked).not.toContain('/_astro/same.js');
  });
});

test('caches of the first builds, which did not say whose they are, go; those of others stay', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}/robots.txt`);
  await page.evaluate(async () => {
    const keep = async (name: string, path: string) =>
      (await self.caches.open(name)).put(path, new Response('old'));
    await keep('strideless-0123456789abcdef', '/');
    await keep('strideless-fedcba9876543210', '/other/');
    await keep('strideless-notes', '/');
  });
  await install(page, `${host.url}/`);
  expect((await caches(page)).filter((name) => !name.startsWith('strideless / '))).toEqual([
    'strideless-fedcba9876543210',
    'strideless-notes',
  ]);
});

test('two builds on one origin leave each other’s pages alone', async ({ page, host, site }) => {
  host.folders = { '/a/': site('one', '/a/'), '/b/': site('two', '/b/') };
  await install(page, `${host.url}/a/`);
  await install(page, `${host.url}/b/`);
  host.folders['/a/'] = site('three', '/a/');
  await page.goto(`${host.url}/a/`);
  await nextVersionWaits(page);
  await page.goto(`${host.url}/b/`);
  await page.goto(`${host.url}/a/`);
  expect((await caches(page)).map((name) => name.split(' ')[1])).toEqual(
    expect.arrayContaining(['/a/', '/b/']),
  );
  host.down = true;
  await page.goto(`${host.url}/b/chapters/reads/`);
  await expect(page.locator('#page')).toHaveText('reads two');
  await page.goto(`${host.url}/a/chapters/reads/`);
  await expect(page.locator('#page')).toHaveText(/^reads (one|three)$/);
});
