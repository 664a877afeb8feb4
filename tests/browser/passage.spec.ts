import { expect, test } from './lib/test.ts';

const row = (variant: string) => `.line-up li[data-variant="${variant}"]`;

test.describe('a passage that is read beside its picture', () => {
  test('a network comes into the line-up with its bet, not before; the moment read is lit', async ({
    page,
  }) => {
    await page.goto('chapters/who-did-it/');
    const rival = page.locator(row('yolov5p-wide-macs'));
    const work = page.locator('[data-moment=work]');
    await expect(page.locator(row('yolov5p-spd'))).toBeVisible();
    await expect(rival).toBeHidden();
    await expect(page.locator('[data-suspect=work]')).toBeHidden();

    await work.locator('predict-answer').scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 200);
    await expect(rival).toBeHidden();
    await work.getByLabel('About half way').check();
    await expect(rival).toBeVisible();
    await expect(page.locator('[data-suspect=work]')).toBeVisible();
    await expect(rival).toHaveAttribute('data-lit', '');
    await expect(page.locator(row('yolov5p-maxpool'))).toBeHidden();
    // The picture stays where it can be seen.
    await expect(rival).toBeInViewport();
  });

  test('the keyboard reads on as scrolling does, and the scroll is left alone', async ({
    page,
  }) => {
    await page.goto('chapters/who-did-it/');
    for (const name of ['work', 'parameters', 'stride', 'numbers']) {
      const moment = page.locator(`[data-moment=${name}]`);
      await moment.getByRole('radio').first().focus();
      await page.keyboard.press('Space');
      await expect(moment).toHaveAttribute('data-current', '');
    }
    await expect(page.locator(row('yolov5p-maxpool'))).toHaveAttribute('data-lit', '');
    const before = await page.evaluate(() => scrollY);
    await page.locator('[data-moment=numbers]').getByRole('radio').first().blur();
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });

  test('on a phone the picture stays above the text and leaves it room', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('chapters/who-did-it/');
    const bet = page.locator('[data-moment=work] predict-answer');
    await bet.getByRole('radio').first().focus();
    const picture = page.locator('reading-passage > .picture');
    await expect(picture).toBeInViewport();
    const { height } = (await picture.boundingBox())!;
    expect(height).toBeLessThan(844 / 3);
  });

  test('without JavaScript all of it stands there', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('chapters/who-did-it/');
    await expect(page.locator('.line-up li[data-variant]')).toHaveCount(9);
    for (const variant of ['yolov5p-wide-macs', 'yolov5p-maxpool'])
      await expect(page.locator(row(variant))).toBeVisible();
    await expect(page.locator('[data-suspect=work]')).toBeVisible();
    await context.close();
  });
});

test('a chapter that moved is found at its old address', async ({ page }) => {
  await page.goto('chapters/spd-conv/');
  await page.waitForURL(/chapters\/space-to-depth\/#the-block$/);
  await expect(page.getByRole('heading', { name: 'The block' })).toBeVisible();
});
