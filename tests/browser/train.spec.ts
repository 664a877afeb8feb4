import { readFile } from 'node:fs/promises';
import { pages } from './lib/site.ts';
import { expect, test } from './lib/test.ts';

// Small and quick: a step takes a few milliseconds.
const QUICK =
  'train/?task=checkerboard&size=6&noise=10&examples=200&steps=100&firstWidth=4&secondWidth=4';

test('two networks learn, rest, go on, say what was seen, and their weights come back', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto(QUICK);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('One step').click();
  await expect(page.getByText(/^Step 1 of 100/)).toBeVisible({ timeout: 30_000 });
  await button('Go on').click();
  await expect(page.getByText(/^Step 100 of 100 · [\d.]+ steps a second/)).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.locator('.verdict')).toContainText(
    /In this run .* A step of learning took it [\d.]+ ms, and the other [\d.]+ ms, on wasm/,
  );
  for (const network of await page.locator('.network').all())
    await expect(network).toContainText(/MACs a crop\s*[\d.]+ ms for a step of 32 crops/);
  await expect(
    page.getByRole('img', { name: /Accuracy on unseen crops.*SPD, 3×3: \d/ }),
  ).toBeVisible();
  await expect(page.locator('.matrix table')).toHaveCount(2);
  // The trained weights of both stand in the figure's link.
  const figure = page.locator('taken-apart').first();
  const linked = async () => {
    const link = figure.getByRole('link', { name: 'with the weights of this network and another' });
    if (!(await link.isVisible())) await figure.locator('summary').click();
    return (await link.getAttribute('href'))!;
  };
  const link = await linked();
  const weightsOf = (href: string) =>
    new URL(href, page.url()).searchParams.get('footprint.maps')!.split('.').slice(0, 3);
  const reached = await page.locator('.network .now').allTextContents();
  expect(reached.every((text) => /^\d+\.\d %$/.test(text))).toBe(true);

  // The weights as a file, and back: the network starts where it had ended.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button('Save SPD, 3×3 (safetensors)').click(),
  ]);
  const file = await readFile(await download.path());
  await button('Reset').click();
  await expect(page.locator('.network .now').first()).toHaveText('–');
  await page.getByLabel('Load weights as the first network').setInputFiles({
    name: download.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: file,
  });
  await expect(page.getByText(/goes on from the loaded weights/)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.network .now').first()).toHaveText(reached[0]);
  expect(weightsOf(await linked())).toEqual(weightsOf(link));
  await page.getByLabel('Load weights as the second network').setInputFiles({
    name: 'broken.safetensors',
    mimeType: 'application/octet-stream',
    buffer: file.subarray(0, 100),
  });
  await expect(page.getByText(/These weights can’t be used/)).toBeVisible();

  await page.goto(link);
  const drawing = page.locator('spd-figure svg').first();
  await expect(drawing.getByText('by your trained weights')).toHaveCount(2);
  const ratios = () => drawing.getByText(/^most to least|^even/).allTextContents();
  const halvings = (times: string) =>
    page.getByRole('group', { name: 'Halvings' }).getByRole('radio', { name: times }).check();
  const trained = await ratios();
  expect(trained).not.toContain('even: 1 : 1');
  // One halving more than the networks have: what the wiring gives, which for space-to-depth is even.
  await halvings('3');
  await expect(drawing.getByText('by your trained weights')).toHaveCount(0);
  expect(await ratios()).toContain('even: 1 : 1');
  await halvings('2');
  await expect(drawing.getByText('by your trained weights')).toHaveCount(2);
  expect(await ratios()).toEqual(trained);
});

test('the same seed has the same curve; settings stand in the address; a fair rival costs as much', {
  tag: '@long',
}, async ({ page }) => {
  // A thousand steps, of two networks.
  test.setTimeout(120_000);
  await page.goto(QUICK);
  const curve = () => page.locator('.chart path.mean').first().getAttribute('d');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText(/^Step 100 of 100/)).toBeVisible({ timeout: 30_000 });
  const first = await curve();
  // Ten seeds in a worker of its own: the first of them is the run above.
  await page.reload();
  await page.getByRole('button', { name: 'Ten seeds' }).click();
  await expect(page.locator('.verdict')).toContainText(/Over 10 seeds/, { timeout: 90_000 });
  expect(await page.locator('.chart').first().locator('.network-0 path.run').count()).toBe(10);
  expect(await page.locator('.chart path.run').first().getAttribute('d')).toBe(first);
  await page.getByRole('button', { name: 'Equal work' }).click();
  await expect(page).toHaveURL(/secondWidth=7/);
  await page.getByLabel('Task').selectOption('dot');
  await expect(page).toHaveURL(/task=dot/);
  await expect(page).toHaveURL(/size=1(&|$)/);
  expect(pages).toContain('embed/train/');
});
