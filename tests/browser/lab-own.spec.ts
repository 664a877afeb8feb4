// The lab on pictures of the reader's own.
import type { Page } from '@playwright/test';
import { counts, drawing, openLab, PATIENCE, tallies } from './lib/lab.ts';
import { expect, test } from './lib/test.ts';

test.setTimeout(150_000);

test('looks at a picture of the reader’s own, at the resolution asked for', async ({ page }) => {
  const lab = await openLab(page);
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } });
  await lab
    .locator('input[type=file]')
    .setInputFiles({ name: 'mine.png', mimeType: 'image/png', buffer: picture });
  const canvas = lab.locator('scene-view canvas').first();
  await expect(canvas).toHaveAttribute('width', '128');
  await expect(canvas).toHaveAttribute('height', '85');
  await expect(tallies(lab).first()).toContainText(/objects? found/, PATIENCE);
  await lab.getByRole('slider', { name: /^Resolution/ }).fill('192');
  await expect(canvas).toHaveAttribute('width', '192');

  // True boxes, drawn with the mouse on any picture, then by key on the first.
  const handles = lab.locator('box-handles');
  await lab.getByRole('button', { name: 'Add a box' }).scrollIntoViewIfNeeded();
  const place = (await handles.nth(1).boundingBox())!;
  await page.mouse.move(place.x + 40, place.y + 30);
  await page.mouse.down();
  await page.mouse.move(place.x + 90, place.y + 70, { steps: 4 });
  await page.mouse.up();
  await expect(tallies(lab).last()).toContainText(/\d of 1 found, .*\d false alarm/);
  await expect(lab.locator('section.asked dt')).toHaveCount(3);
  const boxes = lab.getByRole('application', { name: 'True boxes' }).getByRole('button');
  await lab.getByRole('combobox', { name: 'Class' }).selectOption('boat');
  const name = (await boxes.first().getAttribute('aria-label'))!;
  const [, wide, left] = name.match(/^boat, ([\d.]+) × .* at ([\d.]+),/)!.map(Number);
  await boxes.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(boxes.first()).toHaveAccessibleName(
    new RegExp(`^boat, ${(wide + 1).toFixed(1)} × .* at ${(left + 1).toFixed(1)},`),
  );
  await page.keyboard.press('c');
  await expect(boxes.nth(1)).toBeFocused();
  await expect(tallies(lab).last()).toContainText('of 2 found');
  await page.keyboard.press('Delete');
  await expect(boxes.first()).toBeFocused();
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+z');
  await expect(boxes).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(tallies(lab).last()).toContainText(/objects? found/);
  await page.keyboard.press('Control+Shift+Z');
  await lab.getByText('Why did it miss?').click();
  await expect(lab.locator('why-missed .verdict')).toHaveCount(0);
  await lab.getByRole('application', { name: 'True boxes' }).getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(lab.locator('why-missed .verdict')).toHaveCount(3, PATIENCE);

  // A part of it, with all the pixels; the box stays on its object, twice as wide.
  await lab.getByText('Crop: look at a part').click();
  const part = lab.getByRole('button', { name: /^100 per cent of the width/ });
  await part.focus();
  for (let step = 0; step < 20; step++) await page.keyboard.press('Shift+ArrowLeft');
  await expect(lab.getByText(/^50 per cent of the width/)).toBeVisible();
  await expect(canvas).toHaveAttribute('height', '192');
  await expect(boxes.first()).toHaveAccessibleName(/ px at /);
  await lab.getByRole('button', { name: 'The whole picture' }).click();
  await expect(canvas).toHaveAttribute('width', '192');
  await lab.getByRole('button', { name: 'Use the sample picture' }).click();
  await expect(tallies(lab).first()).toContainText(/\d+ of \d+ found/, PATIENCE);
});

test('a broken picture and a file that is none get a sentence; the scene stays', async ({
  page,
}) => {
  const lab = await openLab(page);
  const input = lab.locator('input[type=file]');
  const before = await drawing(lab);
  await input.setInputFiles({
    name: 'torn.png',
    mimeType: 'image/png',
    buffer: Buffer.from('89504e470d0a1a0a0000', 'hex'),
  });
  await expect(lab.getByText('“torn.png” could not be read')).toBeVisible();
  await input.setInputFiles({
    name: 'notes.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('no picture'),
  });
  await expect(lab.getByText('“notes.txt” is not a picture that can be read here.')).toBeVisible();
  expect(await drawing(lab)).toBe(before);
});

test('shows the true boxes when asked, and takes a picture that is dropped on it', async ({
  page,
}) => {
  const lab = await openLab(page, '?truth=true');
  const outlines = lab.locator('lab-panel').nth(1).locator('rect.outline');
  const [{ all }] = await counts(lab);
  await expect(outlines).toHaveCount(all);
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 120, height: 120 } });
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], 'mine.png', { type: 'image/png' }));
      return transfer;
    },
    [...picture],
  );
  await lab.locator('.contenders').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(tallies(lab).first()).toContainText(/objects? found/, PATIENCE);
  await expect(outlines).toHaveCount(0);
});

/** A picture that nobody photographed: reddish discs on a pale ground, one of them large and dark in the middle. */
function smear(page: Page): Promise<Buffer> {
  return page
    .evaluate(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
      const context = canvas.getContext('2d')!;
      const disc = (x: number, y: number, radius: number, colour: string) => {
        context.fillStyle = colour;
        context.beginPath();
        context.arc(x, y, radius, 0, 2 * Math.PI);
        context.fill();
      };
      context.fillStyle = '#ded3d6';
      context.fillRect(0, 0, 320, 240);
      for (let i = 0; i < 12; i++)
        disc(45 + 76 * (i % 4), 40 + 80 * Math.floor(i / 4), 25, '#c99aa2');
      disc(160, 118, 34, '#6a3f92');
      return canvas.toDataURL('image/png').split(',')[1];
    })
    .then((text) => Buffer.from(text, 'base64'));
}

test('detectors of blood cells say that a scene is not theirs, and look at a picture in their own classes', async ({
  page,
}) => {
  const lab = await openLab(page);
  await lab.getByRole('button', { name: 'Blood cells' }).click();
  await expect(lab.locator('lab-panel')).toHaveCount(2);
  const stranger = lab.getByText('No red cell, white cell or platelet can stand in a generated');
  await expect(stranger).toBeVisible();
  await expect(lab.getByText('on blood smears alone: BCCD blood cells (MIT)')).toBeVisible();
  await expect(tallies(lab).last()).toContainText(/^\d+ objects? found/, PATIENCE);
  await expect(lab.getByRole('button', { name: 'Start counting' })).toHaveCount(0);

  // All of it stands in the address.
  await page.reload();
  await expect(lab).toHaveAttribute('data-ready', '', PATIENCE);
  await expect(stranger).toBeVisible();
  await expect(lab.getByRole('button', { name: 'Blood cells' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await lab
    .locator('input[type=file]')
    .setInputFiles({ name: 'smear.png', mimeType: 'image/png', buffer: await smear(page) });
  const canvas = lab.locator('scene-view canvas').first();
  await expect(canvas).toHaveAttribute('width', '160');
  await expect(stranger).toHaveCount(0);
  await expect(lab.locator('scene-view rect.found').first()).toBeVisible(PATIENCE);

  // The white cell in the middle, as a true box.
  await lab.getByRole('button', { name: 'Add a box' }).click();
  const kinds = lab.getByRole('combobox', { name: 'Class' });
  await expect(kinds.getByRole('option')).toHaveText(['red cell', 'white cell', 'platelet']);
  await kinds.selectOption('white cell');
  const box = lab.getByRole('application', { name: 'True boxes' }).getByRole('button');
  await expect(box).toHaveAccessibleName(/^white cell, /);
  await expect(tallies(lab).last()).toContainText(/\d of 1 found/);
  await expect(lab.locator('section.asked h2')).toContainText('A white cell, ');
  await lab.getByText('Why did it miss?').click();
  const why = lab.locator('why-missed');
  await expect(why.locator('.verdict')).toHaveCount(2, PATIENCE);
  await expect(
    why.getByLabel('Object').getByRole('option', { name: /^1: white cell,/ }),
  ).toHaveCount(1);
  await expect(why.getByText('surer that anchor is of a white cell there.')).toBeVisible();

  // To the others they are a class that they do not know.
  await lab.getByRole('button', { name: 'Drawn scenes' }).click();
  await expect(lab.getByText('The detectors chosen now don’t know white cell')).toBeVisible();
  await expect(box).toHaveAccessibleName(/^car, /);
  await expect(lab.getByText('On your picture they guess.')).toBeVisible();
  await expect(tallies(lab).last()).toContainText(/\d of 1 found/, PATIENCE);
});
