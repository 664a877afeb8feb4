import { expect, test } from './lib/test.ts';

const level = (text: string | null) => Number(text?.replace(/\D/g, ''));

test.describe('the car of the home page', () => {
  test('moved by keys and pointer, the strided map loses and finds it; space-to-depth keeps it', async ({
    page,
  }) => {
    await page.goto('./');
    const grip = page.getByRole('button', { name: /Drag it, or move it/ });
    const strided = page.locator('[data-map="strided-3"] output');
    const spd = page.locator('[data-map="spd-3"] output');
    await expect(strided).toHaveText('car: 0');
    const kept = level(await spd.textContent());
    await grip.focus();
    for (let i = 0; i < 5; i++) await grip.press('ArrowDown');
    await expect(strided).not.toHaveText('car: 0');
    await expect(page.locator('halved-car .verdict')).toContainText('Column 13, row 17');
    expect(level(await spd.textContent())).toBe(kept);

    const stage = (await page.locator('halved-car [data-stage]').boundingBox())!;
    const at = (x: number, y: number) =>
      [stage.x + (x / 32) * stage.width, stage.y + (y / 32) * stage.height] as const;
    await page.mouse.move(...at(13, 17));
    await page.mouse.down();
    await page.mouse.move(...at(20, 14), { steps: 4 });
    await page.mouse.up();
    await expect(page.locator('halved-car .verdict')).toContainText('Column 20, row 14');
  });

  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
    [1100, 720],
    [1024, 768],
    [390, 844],
  ])
    test(`the way to the first chapter is in sight at once on ${width} × ${height}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await page.goto('./');
      const way = page.getByRole('link', { name: 'Begin with the first chapter' });
      await expect(way).toBeInViewport({ ratio: 1 });
    });

  test('without JavaScript it is a picture with its six maps and their numbers', async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('./');
    await expect(page.locator('halved-car img')).toHaveCount(7);
    await expect(page.locator('[data-map="strided-3"] output')).toHaveText('car: 0');
    await expect(page.getByText('Drag the car, or move it')).toBeHidden();
    await context.close();
  });
});
