// Objects of a scene in the reader's hands: dragged, moved by keys, copied, taken away; and the link that keeps all of it.
import { counts, drawing, openLab, PATIENCE } from './lib/lab.ts';
import { expect, test } from './lib/test.ts';

test.setTimeout(150_000);

test('an object is dragged, and its box follows; undone; the link shows the same in a fresh profile', async ({
  page,
  browser,
  baseURL,
}) => {
  const lab = await openLab(page, '?seed=3&truth=true');
  const outline = lab.locator('lab-panel').first().locator('rect.outline').first();
  const handle = lab.locator('lab-panel').nth(1).locator('scene-handles g').first();
  await lab.getByRole('button', { name: 'Next difference' }).scrollIntoViewIfNeeded();
  const before = (await outline.boundingBox())!;
  const from = (await handle.boundingBox())!;
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  const untouched = await drawing(lab);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) await page.mouse.move(x + 5 * step, y + 2 * step);
  await page.mouse.up();
  const moved = async () => {
    const now = (await outline.boundingBox())!;
    return [Math.round((now.x - before.x) / 4), Math.round((now.y - before.y) / 4)];
  };
  await expect.poll(moved).toEqual([10, 4]);
  await expect(lab.getByText(/^Moved: /)).toBeVisible();
  // The whole drag is one step.
  await page.keyboard.press('Control+z');
  await expect.poll(() => drawing(lab)).toBe(untouched);
  await expect(page).not.toHaveURL(/edits=/);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(moved).toEqual([10, 4]);

  // The knobs on the chosen object: one turns, one makes longer.
  for (const [way, said] of [
    ['turn', /^Turned: /],
    ['resize', /^New size: /],
  ] as const) {
    const grip = lab.locator('lab-panel').nth(1).locator(`.knob.${way} .grip`);
    const at = (await grip.boundingBox())!;
    await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
    await page.mouse.down();
    await page.mouse.move(at.x + 12, at.y + 22, { steps: 3 });
    await page.mouse.up();
    await expect(lab.getByText(said)).toBeVisible();
    await page.keyboard.press('Control+z');
  }
  await lab.getByRole('button', { name: 'Copy' }).click();
  await lab.getByRole('button', { name: 'Turn right' }).click();
  await lab.getByLabel('A new').selectOption('plane');
  await lab.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(lab.getByText(/^Added: plane/)).toBeVisible();
  await expect(page).toHaveURL(/edits=1_m0\..*_c0\..*_n3\./);
  await expect(lab).toHaveAttribute('data-ready', '', PATIENCE);
  const made = await drawing(lab);
  const found = await counts(lab);

  const fresh = await browser.newContext({ baseURL });
  const other = await fresh.newPage();
  await other.goto(page.url());
  const again = other.locator('detection-lab');
  await expect(again).toHaveAttribute('data-ready', '', PATIENCE);
  expect(await drawing(again)).toBe(made);
  expect(await counts(again)).toEqual(found);
  await fresh.close();
});

test('the keyboard goes from object to object, moves, copies and deletes; nonsense in a link is named', async ({
  page,
}) => {
  const lab = await openLab(page, '?seed=3&edits=1_r1_zap');
  await expect(lab.getByText('was left out: zap')).toBeVisible();
  const objects = lab.getByRole('application').getByRole('button');
  const count = await objects.count();
  await objects.first().focus();
  await page.keyboard.press('Tab');
  await expect(objects.nth(1)).toBeFocused();
  const [, at] = (await objects.nth(1).getAttribute('aria-label'))!.match(/at ([\d.]+),/)!;
  await page.keyboard.press('ArrowLeft');
  await expect(objects.nth(1)).toHaveAccessibleName(
    new RegExp(`at ${(Number(at) - 1).toFixed(1)},`),
  );
  await expect(objects.nth(1)).toBeFocused();
  // Brackets turn it by five degrees, there and back; its middle stays.
  await expect(page).toHaveURL(/edits=1_m\d\./);
  const moved = new URL(page.url()).searchParams.get('edits');
  const picture = await drawing(lab);
  await page.keyboard.press(']');
  await expect(lab.getByText(/^Turned: /)).toBeVisible();
  await expect.poll(() => drawing(lab)).not.toBe(picture);
  await expect(page).not.toHaveURL(new RegExp(`edits=${moved}$`));
  await expect(objects.nth(1)).toHaveAccessibleName(
    new RegExp(`at ${(Number(at) - 1).toFixed(1)},`),
  );
  const turned = await drawing(lab);
  await page.keyboard.press('[');
  await expect.poll(() => drawing(lab)).toBe(picture);
  await expect(page).toHaveURL(new RegExp(`edits=${moved}$`));
  await page.keyboard.press('[');
  await expect.poll(() => drawing(lab)).not.toBe(picture);
  expect(await drawing(lab)).not.toBe(turned);
  await page.keyboard.press(']');
  await expect.poll(() => drawing(lab)).toBe(picture);
  await expect(objects.nth(1)).toBeFocused();
  await page.keyboard.press('c');
  await expect(objects).toHaveCount(count + 1);
  await expect(objects.last()).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(objects).toHaveCount(count);
  await expect(objects.last()).toBeFocused();
  await expect(lab.getByText(/^Taken away: /)).toBeVisible();
  await expect(page).toHaveURL(/edits=1_m\d\..*_r1$/);
});
