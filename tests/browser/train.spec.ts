import { readFile } from 'node:fs/promises';
import { pages } from './lib/site.ts';
import { expect, test } from './lib/test.ts';

// Small and quick: a step takes a few milliseconds.
const QUICK =
  'train/?task=checkerboard&size=6&noise=10&examples=200&steps=100&firstWidth=4&secondWidth=4';

test('two networks learn, rest, go on, say what was seen, and their weights come back', async ({
  page,
}) => {
  await page.goto(QUICK);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('One step').click();
  await expect(page.getByText(/^Step 1 of 100/)).toBeVisible({ timeout: 30_000 });
  await button('Go on').click();
  await expect(page.getByText(/^Step 100 of 100 · [\d.]+ steps a second/)).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.locator('.verdict')).toContainText(/In this run/);
  await expect(
    page.getByRole('img', { name: /Accuracy on unseen crops.*SPD, 3×3: \d/ }),
  ).toBeVisible();
  await expect(page.locator('.matrix table')).toHaveCount(2);
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
  await page.getByLabel('Load weights as the second network').setInputFiles({
    name: 'broken.safetensors',
    mimeType: 'application/octet-stream',
    buffer: file.subarray(0, 100),
  });
  await expect(page.getByText(/These weights can’t be used/)).toBeVisible();
});

test('the same seed has the same curve; settings stand in the address; a fair rival costs as much', async ({
  page,
}) => {
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
