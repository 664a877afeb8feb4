import { writeFile } from 'node:fs/promises';
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

/** A picture of one colour, 96 × 64. */
async function pngOf(page: Page, colour: string): Promise<Buffer> {
  const png = await page.evaluate((colour) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [96, 64];
    const context = canvas.getContext('2d')!;
    context.fillStyle = colour;
    context.fillRect(0, 0, 96, 64);
    return canvas.toDataURL('image/png').split(',')[1];
  }, colour);
  return Buffer.from(png, 'base64');
}

/** Drags a file of the reader's disk over the pad and lets it fall, as the browser itself sends it on. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const path = test.info().outputPath(name);
  await writeFile(path, bytes);
  const pad = page.locator('draw-pad canvas');
  await pad.scrollIntoViewIfNeeded();
  const { x, y } = (await pad.boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', {
      ...{ type, x: x + 20, y: y + 20 },
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
  await drag('dragEnter');
  await drag('dragOver');
  await expect(page.locator('classify-lab')).toHaveAttribute('data-over', '');
  await drag('drop');
}

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
  // A file of the reader’s takes the drawing’s place, chosen or dropped; the address still opens the same settings.
  const file = (colour: string) => pngOf(page, colour);
  await page.getByLabel('Use my picture').setInputFiles({
    name: 'blue.png',
    mimeType: 'image/png',
    buffer: await file('rgb(20, 60, 200)'),
  });
  await expect.poll(() => pixel(page, 16, 16)).toEqual([20, 60, 200]);
  const answers = () => page.locator('.bars').first().textContent();
  const ofBlue = await answers();
  await drop(page, 'green.png', await file('rgb(30, 140, 40)'));
  await expect.poll(() => pixel(page, 16, 16)).toEqual([30, 140, 40]);
  await expect.poll(answers).not.toBe(ofBlue);
  await expect(page.locator('classify-lab')).not.toHaveAttribute('data-over');
  await undo.click();
  await expect.poll(() => pixel(page, 16, 16)).toEqual([20, 60, 200]);
  // A text is no picture: it is said, and what is there stays.
  await drop(page, 'notes.txt', Buffer.from('no picture'));
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  expect(await pixel(page, 16, 16)).toEqual([20, 60, 200]);
  await page.reload();
  await expect(summary).toHaveText('At 32 × 32 pixels they agree: truck.', { timeout: 60_000 });

  const open = page.getByLabel('Open a .bin batch');
  const bin = (buffer: Buffer) => ({
    name: 'own.bin',
    mimeType: 'application/octet-stream',
    buffer,
  });
  await open.setInputFiles(bin(batch([1, 2, 3]).subarray(1)));
  await expect(
    page.getByText(/own\.bin has 9,218 bytes, which are no whole pictures/),
  ).toBeVisible();
  await open.setInputFiles(bin(batch(Array.from({ length: 30 }, (_, i) => i % 10))));
  await expect(page.getByText('own.bin: 30 pictures')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Right answers on 30 pictures' })).toBeVisible({
    timeout: 60_000,
  });
  // Ten classes, one picture: whatever it is taken for, one in ten is right.
  await expect(page.locator('.accuracy tbody tr').first()).toContainText('10.0 % (3.5 to 25.6)');
  await expect(page.locator('.matrix table')).toHaveCount(3);
  await expect(page.getByText(/within what the choice of pictures gives by chance/)).toHaveCount(2);
});
