import { expect, type Locator, type Page, test } from '@playwright/test';

// What does not arrive, or answers something else: each is a sentence with a way on, and nothing hangs.
test.setTimeout(150_000);
const PATIENCE = { timeout: 90_000 };
/** What browsers and parsers say; no reader should meet it. */
const RAW =
  /unexpected token|failed to fetch|signal is aborted|failed to construct|is not valid json|undefined|\[object/i;

const ready = (widget: Locator) => expect(widget).toHaveAttribute('data-ready', '', PATIENCE);

/** Uncaught errors of the page. */
function uncaught(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  return errors;
}

const absent = { status: 404, contentType: 'text/html', body: '<!doctype html><p>not here</p>' };

for (const { what, files, says } of [
  { what: 'the engine’s worker', files: '**/_astro/worker*.js', says: 'The engine did not load.' },
  { what: 'a card', files: '**/weights/yolov5p.json', says: 'the server answered 404 (not there)' },
  {
    what: 'weights',
    files: '**/weights/yolov5p-spd.safetensors',
    says: 'yolov5p-spd.safetensors could not be fetched',
  },
]) {
  test(`${what} that answers 404 is said in the lab, and trying again works`, async ({ page }) => {
    const errors = uncaught(page);
    await page.route(files, (route) => route.fulfill(absent));
    await page.goto('lab/');
    const lab = page.locator('detection-lab');
    const alert = lab.getByRole('alert').filter({ hasText: says });
    await expect(alert).toBeVisible(PATIENCE);
    await expect(alert).not.toContainText(RAW);
    await page.unroute(files);
    await lab.getByRole('button', { name: 'Try again' }).click();
    await ready(lab);
    await expect(alert).toHaveCount(0);
    expect(errors).toEqual([]);
  });
}

test('a page in place of a card is said, not quoted', async ({ page }) => {
  await page.route('**/weights/yolov5p.json', (route) => route.fulfill({ ...absent, status: 200 }));
  await page.goto('lab/');
  const alert = page.locator('detection-lab').getByRole('alert').filter({ hasText: /\S/ });
  await expect(alert).toContainText('yolov5p.json does not describe trained weights', PATIENCE);
  await expect(alert).not.toContainText(RAW);
});

for (const files of [
  '**/_astro/worker*.js',
  '**/weights/yolov5p.json',
  '**/weights/yolov5p.safetensors',
]) {
  test(`Stop stops while ${files} hangs, and trying again works`, async ({ page }) => {
    let hangs = true;
    await page.route(files, (route) => (hangs ? new Promise<void>(() => {}) : route.continue()));
    await page.goto('weights/?weights=yolov5p');
    const own = page.locator('your-weights');
    const loader = own.locator('weights-loader');
    await loader.getByRole('button', { name: 'Stop' }).click(PATIENCE);
    await expect(loader.getByText('Stopped. Nothing was loaded.')).toBeVisible();
    if (files.includes('worker')) return;
    hangs = false;
    await loader.getByRole('button', { name: 'Try again' }).click();
    await expect(own.getByText('Our trained weights: yolov5p, 5 classes')).toBeVisible(PATIENCE);
    await expect(page).toHaveURL(/weights=yolov5p/);
  });
}

test('a wish that is overtaken raises no alert', async ({ page }) => {
  const errors = uncaught(page);
  await page.goto('lab/');
  const lab = page.locator('detection-lab');
  await ready(lab);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const lab = document.querySelector('detection-lab')!.shadowRoot!;
    const alert = lab.querySelector('answer-status')!.shadowRoot!.querySelector('[role=alert]')!;
    new MutationObserver(() => said.push(alert.textContent ?? '')).observe(alert, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const list = lab.getByLabel('First');
  await list.focus();
  for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowDown');
  await ready(lab);
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.filter((text) => text.trim())).toEqual([]);
  expect(errors).toEqual([]);
});

test('quick changes of the scene and its resolution end in the newest, with nothing said of another', async ({
  page,
}) => {
  const errors = uncaught(page);
  await page.goto('lab/?seed=3');
  const lab = page.locator('detection-lab');
  await ready(lab);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const panel = document.querySelector('detection-lab')!.shadowRoot!.querySelector('lab-panel')!
      .shadowRoot!;
    const tally = panel.querySelector('.tally')!;
    new MutationObserver(() => said.push(tally.textContent!.trim())).observe(tally, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const slider = lab.getByRole('slider', { name: /^Resolution/ });
  // At none of these sides a detector finds nothing by itself; at 64 px it may.
  for (const side of ['144', '192', '128', '160']) {
    await slider.fill(side);
    await lab.getByRole('button', { name: 'Next scene' }).click();
  }
  await ready(lab);
  await expect(lab.locator('scene-view canvas').first()).toHaveAttribute('width', '160');
  await expect(lab.locator('.tally').first()).toContainText('found');
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  // Boxes of the scene before, judged against the new one, find nothing or nearly so.
  expect(said.filter((text) => /^0 of/.test(text))).toEqual([]);
  await expect(lab.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('a failed load of trained weights keeps the address, and trying again loads them', async ({
  page,
}) => {
  const errors = uncaught(page);
  const files = '**/weights/cifar10/resnet18-spd.safetensors';
  await page.route(files, (route) => route.fulfill(absent));
  await page.goto('weights/?weights=yolov5p');
  const own = page.locator('your-weights');
  await ready(own);
  await own.getByLabel('Or take ours').selectOption('cifar10/resnet18-spd');
  const alert = own.getByRole('alert').filter({ hasText: 'The weights were not loaded.' });
  await expect(alert).toBeVisible(PATIENCE);
  await expect(page).toHaveURL(/weights=cifar10%2Fresnet18-spd/);
  await page.unroute(files);
  await own.locator('weights-loader').getByRole('button', { name: 'Try again' }).click();
  // A classifier after a detector: classes, and no error on the way.
  await expect(own.locator('own-result tbody tr')).toHaveCount(5, PATIENCE);
  await expect(page).toHaveURL(/weights=cifar10%2Fresnet18-spd/);
  expect(errors).toEqual([]);
});
