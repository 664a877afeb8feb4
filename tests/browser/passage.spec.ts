import type { Page } from '@playwright/test';
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
    await work.getByLabel('Neither: the seeds mingle').check();
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

test.describe('a passage whose picture is a figure', () => {
  const time = (page: Page) =>
    page
      .locator('spd-figure#reads')
      .evaluate((element) => (element as HTMLElement & { t: number }).t);
  const stops = (page: Page) =>
    page.locator('spd-figure#reads').evaluate((element) => {
      const { figure, values } = element as unknown as {
        figure: { stops(of: unknown): { t: number }[] };
        values: unknown;
      };
      return figure.stops(values).map(({ t }) => t);
    });

  test('the moment that is read sets the figure’s, by scroll and by keyboard', async ({ page }) => {
    await page.goto('chapters/reads/');
    await page.locator('#predict-reads-3x3-stride-2 summary').click();
    const figure = page.locator('spd-figure#reads');
    for (const [name, stop] of [
      ['placed', 0],
      ['row', 2],
    ] as const) {
      await page
        .locator(`[data-moment=${name}]`)
        .evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await expect(page.locator(`[data-moment=${name}]`)).toHaveAttribute('data-current', '');
      await expect(figure.locator('.transport')).toHaveCount(1);
      await expect.poll(() => time(page)).toBe((await stops(page))[stop]);
      await expect(figure.locator('svg').first()).toBeInViewport();
    }
    await page.getByRole('spinbutton', { name: 'Kernel, in the figure' }).focus();
    await expect.poll(() => time(page)).toBe(1);
  });

  test('on paper each moment has its own small drawing, without JavaScript too', async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const [chapter, moments] of [
      ['reads', 4],
      ['space-to-depth', 4],
      ['focus', 4],
      ['what-is-lost', 3],
    ] as const) {
      await page.goto(`chapters/${chapter}/`);
      const stills = page.locator('.moment > .still svg');
      await expect(stills).toHaveCount(moments);
      await expect(stills.filter({ visible: true })).toHaveCount(0);
      await page.emulateMedia({ media: 'print' });
      await expect(stills.filter({ visible: true })).toHaveCount(moments);
      const drawings = await stills.evaluateAll((all) => all.map((svg) => svg.innerHTML));
      expect(new Set(drawings).size).toBe(moments);
      await page.emulateMedia({ media: 'screen' });
    }
    await context.close();
  });
});
