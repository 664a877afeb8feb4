import { expect, test } from './lib/test.ts';

test('a pixel of a halved map shows the pixels it came from, by pointer and by keyboard', async ({
  page,
}) => {
  await page.setViewportSize({ width: 900, height: 1000 });
  await page.goto('embed/microscope/?step=3&fit=page');
  const drawing = page.locator('spd-figure > svg');
  const explore = page.getByRole('button', { name: 'Explore cells' });
  await expect(explore).toBeVisible();
  const said = page.locator('.cell');
  const frames = drawing.locator('[data-layer=highlight] rect');
  // In the wide layout the map of max-pooling begins at (420, 30) and is 160 wide: 8 x 8 cells of 20.
  const scale = await drawing.evaluate((svg) => svg.getBoundingClientRect().width / 760);
  await drawing.hover({ position: { x: (420 + 30) * scale, y: (30 + 50) * scale } });
  await expect(said).toContainText('Max-pool, after 3 halvings: one number from 64 pixels');
  await expect(said).toContainText('rows 16 to 23, columns 8 to 15');
  // The cell and what it came from, each drawn with two strokes.
  await expect(frames).toHaveCount(4);
  await page.mouse.move(5, 990);
  await expect(frames).toHaveCount(0);
  await explore.click();
  await page.keyboard.press('ArrowDown');
  await expect(said).toContainText('Pixel in row 1, column 0: the strided sample drops it at once');
  await page.getByLabel('Grid').selectOption('blur-pool');
  await explore.focus();
  await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('Blur-pool, after 3 halvings');
});

test('the object of the anchors is dragged, and its size is', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 900 });
  await page.goto('embed/anchors/?x=40&y=50&width=20&height=10&fit=page');
  await expect(page.getByRole('button', { name: 'Explore cells' })).toBeVisible();
  const drawing = page.locator('spd-figure > svg');
  const box = (await drawing.boundingBox())!;
  // The first panel begins at (4, 46); its picture of 128 px is 232 wide.
  const k = box.width / 760;
  const at = (x: number, y: number) =>
    [box.x + (4 + (x * 232) / 128) * k, box.y + (46 + (y * 232) / 128) * k] as const;
  await page.mouse.move(...at(40, 50));
  await page.mouse.down();
  await page.mouse.move(...at(60, 70), { steps: 3 });
  await page.mouse.up();
  await expect(page).toHaveURL(/x=60.*y=70/);
  await page.mouse.move(...at(70 + 3, 75 + 3));
  await page.mouse.down();
  await page.mouse.move(...at(76 + 3, 75 + 3), { steps: 3 });
  await page.mouse.up();
  await expect(page).toHaveURL(/width=32/);
  // Let go of, it stays.
  await page.mouse.move(...at(100, 100));
  await page.waitForTimeout(300);
  await expect(page).toHaveURL(/x=60.*y=70.*width=32/);
});
