import { readFileSync } from 'node:fs';
import { readSafetensors, type Tensor, writeSafetensors } from '../../lib/safetensors/index.ts';
import { expect, test } from './lib/test.ts';

const floats = (shape: number[], start: number): Tensor => {
  const length = shape.reduce((product, size) => product * size, 1);
  return { dtype: 'F32', shape, data: new Float32Array(length).map((_, i) => start + i) };
};

const given = writeSafetensors({
  'stem.conv.weight': floats([4, 3, 3, 3], 0),
  'down.spd.conv.weight': floats([6, 16, 3, 3], 1000),
  'down.spd.conv.bias': floats([6], 5000),
});

async function open(page: import('@playwright/test').Page) {
  await page.goto('chapters/channel-orders/');
  const converter = page.locator('weights-converter');
  await converter.scrollIntoViewIfNeeded();
  const give = (name: string, bytes: Uint8Array) =>
    converter
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  const convert = async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      converter.getByRole('button', { name: /^Convert \d+ and download/ }).click(),
    ]);
    const bytes = new Uint8Array(readFileSync(await download.path()));
    return { name: download.suggestedFilename(), bytes };
  };
  return { converter, give, convert };
}

test('a dropped file comes out converted, and converted back it is the same', async ({ page }) => {
  const { converter, give, convert } = await open(page);
  await converter.locator('select[name=kind]').selectOption('to-strided');
  await converter.locator('.drop').evaluate(
    (drop, bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'mine.safetensors'));
      drop.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    [...given],
  );
  await expect(converter.getByText('3 tensors.')).toBeVisible();
  await expect(converter.getByLabel('down.spd.conv.weight')).toBeChecked();
  await expect(converter.getByLabel('stem.conv.weight')).not.toBeChecked();

  const strided = await convert();
  expect(strided.name).toBe('mine-strided.safetensors');
  const big = readSafetensors(strided.bytes).tensors.get('down.spd.conv.weight');
  expect(big?.shape).toEqual([6, 4, 6, 6]);
  await expect(converter.getByRole('status')).toContainText('1 tensor converted');

  await converter.locator('select[name=kind]').selectOption('to-spd');
  await converter
    .getByRole('slider')
    .or(converter.locator('input[name=padding]'))
    .first()
    .waitFor();
  await converter.locator('input[name=padding][value="2"]').check({ force: true });
  await give(strided.name, strided.bytes);
  await expect(converter.getByLabel('down.spd.conv.weight')).toBeChecked();
  const back = await convert();
  expect([...readSafetensors(back.bytes).tensors]).toEqual([...readSafetensors(given).tensors]);
});

test('tensors that do not fit say why; a file that is none gets a sentence', async ({ page }) => {
  const { converter, give } = await open(page);
  await give('mine.safetensors', given);
  await expect(
    converter.getByRole('row', { name: /stem\.conv\.weight/ }).getByRole('checkbox'),
  ).toBeDisabled();
  await expect(converter.getByText('4 does not divide its 3 channels')).toBeVisible();
  await converter.getByLabel('Filter by name').fill('bias');
  await expect(converter.getByRole('row')).toHaveCount(2);
  await give('torn.safetensors', given.subarray(0, 200));
  await expect(converter.getByRole('alert')).toContainText('“torn.safetensors” could not be read.');
});
