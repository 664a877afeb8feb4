import type { Page } from '@playwright/test';
import { expect, test } from './lib/test.ts';

/** One pixel of the drawing. */
const pixel = (page: Page, x: number, y: number) =>
  page
    .locator('draw-pad canvas')
    .evaluate(
      (canvas: HTMLCanvasElement, at) => [
        ...canvas.getContext('2d')!.getImageData(at[0], at[1], 1, 1).data.slice(0, 3),
      ],
      [x, y],
    );

const WHITE = [245, 245, 243];

/** A batch as CIFAR-10 writes it: plain pictures, each of a class. */
function batch(labels: readonly number[]): Buffer {
  const bytes = Buffer.alloc(labels.length * 3073, 120);
  labels.forEach((label, i) => {
    bytes[i * 3073] = label;
  });
  return bytes;
}

test('pixels go and classes part; a stroke, a file and a batch of the reader’s are looked at', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('classify/?side=8');
  const summary = page.locator('.summary');
  await expect(summary).toHaveText('At 8 × 8 pixels they agree: ship.', { timeout: 60_000 });
  await page.getByRole('button', { name: '32 × 32' }).click();
  await expect(summary).toHaveText('At 32 × 32 pixels they agree: truck.');
  await expect(page).toHaveURL(/side=32/);
  await expect(page.locator('.bars td.best')).toHaveCount(3);

  // By pointer, by keyboard, and back.
  const pad = page.locator('draw-pad canvas');
  const box = (await pad.boundingBox())!;
  const at = (x: number, y: number) =>
    [box.x + ((x + 0.5) * box.width) / 32, box.y + ((y + 0.5) * box.height) / 32] as const;
  const before = await pixel(page, 10, 4);
  await page.mouse.move(...at(4, 4));
  await page.mouse.down();
  await page.mouse.move(...at(20, 4), { steps: 4 });
  await page.mouse.up();
  expect(await pixel(page, 10, 4)).toEqual(WHITE);
  await page.getByRole('application').press('ArrowUp');
  await page.getByRole('application').press('Space');
  expect(await pixel(page, 16, 15)).toEqual(WHITE);
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await undo.click();
  await expect.poll(() => pixel(page, 10, 4)).toEqual(before);

  // A file of the reader's takes the drawing's place; the address still opens the same settings.
  const png = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [96, 64];
    const context = canvas.getContext('2d')!;
    context.fillStyle = 'rgb(20, 60, 200)';
    context.fillRect(0, 0, 96, 64);
    return canvas.toDataURL('image/png').split(',')[1];
  });
  await page.getByLabel('Use my picture').setInputFiles({
    name: 'blue.png',
    mimeType: 'image/png',
    buffer: Buffer.from(png, 'base64'),
  });
  await expect.poll(() => pixel(page, 16, 16)).toEqual([20, 60, 200]);
  await page.reload();
  await expect(summary).toHaveText('At 32 × 32 pixels they agree: truck.', { timeout: 60_000 });

  const open = page.getByLabel('Open a .bin batch');
  const file = (buffer: Buffer) => ({
    name: 'own.bin',
    mimeType: 'application/octet-stream',
    buffer,
  });
  await open.setInputFiles(file(batch([1, 2, 3]).subarray(1)));
  await expect(
    page.getByText(/own\.bin has 9,218 bytes, which are no whole pictures/),
  ).toBeVisible();
  await open.setInputFiles(file(batch(Array.from({ length: 30 }, (_, i) => i % 10))));
  await expect(page.getByText('own.bin: 30 pictures')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Right answers on 30 pictures' })).toBeVisible({
    timeout: 60_000,
  });
  // Ten classes, one picture: whatever it is taken for, one in ten is right.
  await expect(page.locator('.accuracy tbody tr').first()).toContainText('10.0 % (3.5 to 25.6)');
  await expect(page.locator('.matrix table')).toHaveCount(3);
  await expect(page.getByText(/within what the choice of pictures gives by chance/)).toHaveCount(2);
});
