import { expect, type Page, test } from '@playwright/test';

/** A server that no longer has the chunk of this name, as after a deploy during the visit; `restored()` brings it back. */
async function withoutChunk(page: Page, name: string): Promise<{ restored(): void }> {
  let missing = true;
  await page.route(new RegExp(`/_astro/${name}[.-][^/]*\\.js`), (route) =>
    missing ? route.fulfill({ status: 404, body: 'not found' }) : route.continue(),
  );
  return {
    restored: () => {
      missing = false;
    },
  };
}

test('the lab says so when its code does not arrive, and comes with a reload', async ({ page }) => {
  const chunk = await withoutChunk(page, 'detection-lab');
  await page.goto('lab/');
  const lab = page.locator('detection-lab');
  await expect(lab.getByRole('alert')).toHaveText(/could not be fetched\. Try again/);
  await expect(lab.getByRole('button', { name: 'Try again' })).toBeVisible();
  chunk.restored();
  await lab.getByRole('button', { name: 'Reload the page' }).click();
  await expect(lab.getByRole('button', { name: 'Next scene' })).toBeVisible();
  await expect(page.locator('.arrival')).toHaveCount(0);
});

test('where the site was renewed meanwhile, that is said', async ({ page }) => {
  await withoutChunk(page, 'detection-lab');
  let visits = 0;
  await page.route('**/lab/', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const renewed = visits++ > 0 ? text.replaceAll(/(_astro\/[^"]+)\.js/g, '$1-new.js') : text;
    await route.fulfill({ response, body: renewed });
  });
  await page.goto('lab/');
  await expect(page.locator('detection-lab').getByRole('alert')).toContainText(
    'The site has been renewed since this page was opened',
  );
});

test('a page without a widget says so too, when the reader comes back to it', async ({ page }) => {
  await page.clock.install();
  let renewed = false;
  await page.route('**/glossary/', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = renewed ? text.replaceAll(/(_astro\/[^"]+)\.js/g, '$1-new.js') : text;
    await route.fulfill({ response, body });
  });
  await page.goto('glossary/');
  const notice = page.locator('.renewed');
  // It listens once the page's scripts run, after its text is drawn.
  await expect(page.locator('theme-switch:defined')).toBeAttached();
  const comeBack = async () => {
    const asked = page.waitForResponse('**/glossary/');
    await page.clock.fastForward(61_000);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await (await asked).finished();
  };
  await comeBack();
  await expect(notice).toBeEmpty();
  renewed = true;
  await comeBack();
  await expect(notice).toContainText('The site has been renewed since this page was opened');
  renewed = false;
  await notice.getByRole('button', { name: 'Reload the page' }).click();
  await expect(notice).toBeEmpty();
});

test('a page whose own script does not arrive says so by styles alone', async ({ page }) => {
  await page.route(/_astro\/DetectionLab.*\.js/, (route) => route.fulfill({ status: 404 }));
  await page.goto('lab/');
  const notice = page.locator('detection-lab .not-arrived');
  await expect(notice).toBeHidden();
  // The time that it waits goes by at once.
  await notice.evaluate((element) => {
    for (const waiting of element.getAnimations()) waiting.finish();
  });
  await expect(notice).toBeVisible();
});

test('a figure keeps its picture, and says once for all its parts what did not come', async ({
  page,
}) => {
  await withoutChunk(page, 'player');
  await page.goto('embed/reads/');
  const figure = page.locator('spd-figure');
  const check = figure.locator('spd-engine-check');
  await check.evaluate((element) => element.scrollIntoView());
  await expect(check).toHaveAttribute('data-arrival', 'failed');
  await expect(figure.getByRole('alert')).toContainText('could not be fetched');
  await expect(figure.locator('svg').first()).toBeVisible();
});

test('the share menu, the programs, a reader’s picture and a check say what did not come', async ({
  page,
}) => {
  for (const name of ['share', 'code-panel', 'decode', 'engine-check'])
    await withoutChunk(page, name);
  await page.goto('embed/space-to-depth/?fit=page');
  const figure = page.locator('spd-figure');
  const alert = (inside: string) => figure.locator(inside).getByRole('alert');

  await figure.getByText('Share', { exact: true }).click();
  await expect(alert('.share')).toContainText('could not be fetched');
  await figure.getByText('Code for these settings').click();
  await expect(alert('.code')).toContainText('could not be fetched');
  await figure
    .locator('input[type=file]')
    .setInputFiles({ name: 'red.png', mimeType: 'image/png', buffer: Buffer.from('x') });
  await expect(alert('spd-own-picture')).toContainText('could not be fetched');
  await expect(figure.locator('spd-own-picture')).not.toContainText('damaged');

  await page.goto('embed/reads/?fit=page');
  const check = page.locator('spd-engine-check');
  await check.scrollIntoViewIfNeeded();
  await expect(check.getByRole('alert')).toContainText('could not be fetched');
});

test('what waits for a bet is not laid out, and comes after a while where the code of bets does not', async ({
  page,
}) => {
  await withoutChunk(page, 'chapter');
  await page.goto('chapters/focus/');
  const drawing = page.locator('.held svg[role=img]').first();
  await drawing.scrollIntoViewIfNeeded();
  // Hidden it would still be laid out.
  expect(await drawing.evaluate((svg) => svg.checkVisibility())).toBe(false);
  // The while passes.
  await page.evaluate(() => {
    for (const wait of document.getAnimations()) if (wait.effect?.getTiming().delay) wait.finish();
  });
  expect(await drawing.evaluate((svg) => svg.checkVisibility({ visibilityProperty: true }))).toBe(
    true,
  );
});
