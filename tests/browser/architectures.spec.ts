import { expect, test } from './lib/test.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('architectures/');
  await page.locator('spd-figure').scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: 'Next moment' })).toBeVisible();
});

const description = '#architecture-description';

test('switches network and size, with the counted totals', async ({ page }) => {
  const said = page.locator(description);
  await expect(said).toContainText('8,771,389 parameters');
  await page.getByLabel('Size of YOLOv5').selectOption('n');
  await expect(said).toContainText('YOLOv5-SPD-n has 2,256,157 parameters and takes 4.397 G MACs');
  await page.getByLabel('Network').selectOption('resnet50');
  await expect(said).toContainText('ResNet-50-SPD has 27,654,026 parameters');
  await expect(said).toContainText('One max-pool is removed. Three strided shortcuts stay');
  await expect(page).toHaveURL(/architecture\.model=resnet50/);
});

test('flips between both versions, and the table follows', async ({ page }) => {
  const flip = page.getByRole('group', { name: 'Version shown' });
  await flip.getByRole('button', { name: 'Strided' }).click();
  await expect(page.locator(description)).toContainText('YOLOv5s has 7,235,389 parameters');
  await expect(flip.getByRole('button', { name: 'Strided' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await flip.getByRole('button', { name: 'SPD' }).click();
  await expect(page.locator(description)).toContainText('Seven strides are replaced');
  await page.getByText('All layers as a table').click();
  await expect(page.locator('details.layers tbody tr')).toHaveCount(33);
  await page.getByRole('button', { name: 'ResNet-18', exact: true }).click();
  await expect(page.locator('details.layers caption')).toHaveText(
    'Layers of ResNet-18 beside those of ResNet-18-SPD.',
  );
});

test('a layer is chosen by click and by keyboard', async ({ page }) => {
  const said = page.locator(description);
  await page.locator('svg [data-cell="layer:4:0"]').click();
  await expect(said).toContainText('Layer 4. YOLOv5s: 3×3/2 convolution, 160 × 160 × 64');
  await expect(page).toHaveURL(/architecture\.layer=4/);
  const explore = page.getByRole('button', { name: 'Explore cells' });
  await explore.focus();
  await page.keyboard.press('Space');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(said).toContainText('Layer 3. YOLOv5s: C3, 160 × 160 × 64');
  await expect(explore).toHaveAttribute('aria-pressed', 'true');
});

test('on a phone it has its narrow form, and nothing to scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const svg = page.locator('spd-figure > svg');
  await expect(svg).toHaveAttribute('viewBox', /^0 0 360 /);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByLabel('Network').selectOption('resnet18');
  await expect(page.locator(description)).toContainText('ResNet-18-SPD');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('a page without the explorer fetches no architecture', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('figures/reads/');
  await page.locator('spd-figure').first().scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: 'Next moment' }).first()).toBeVisible();
  expect(fetched.some((url) => url.includes('/_astro/figure-reads.'))).toBe(true);
  expect(fetched.filter((url) => /_astro\/figure-architecture\./.test(url))).toEqual([]);
});
