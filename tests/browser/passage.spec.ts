import type { Page } from '@playwright/test';
import { expect, test } from './lib/test.ts';

/** So many of them are drawn. */
const frames = (page: Page, count: number) =>
  page.evaluate(async (left) => {
    for (let i = 0; i < left; i++) await new Promise(requestAnimationFrame);
  }, count);
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

  test('a bet that is passed by keeps its own answer away, no other; one taken back hides it again', async ({
    page,
  }) => {
    await page.goto('chapters/who-did-it/');
    const [rival, wider] = ['yolov5p-wide-macs', 'yolov5p-wide-parameters'].map((one) =>
      page.locator(row(one)),
    );
    const second = page.locator('[data-moment=parameters]');
    await second.getByRole('radio').first().check();
    await expect(wider).toBeVisible();
    await expect(rival).toBeHidden();
    await second.getByRole('button', { name: 'Predict again' }).click();
    await expect(wider).toBeHidden();
    await expect(page.locator('[data-suspect=parameters]')).toBeHidden();
  });

  test('on paper the line-up is whole, bets or not', async ({ page }) => {
    await page.goto('chapters/who-did-it/');
    await expect(page.locator(row('yolov5p-maxpool'))).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    for (const one of await page.locator('.line-up li[data-variant], .line-up strong').all())
      await expect(one).toBeVisible();
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
    // Once the code of the passage is there, which leaves the rows that matter.
    await expect.poll(async () => (await picture.boundingBox())?.height).toBeLessThan(844 / 3);
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
      // Once it has played.
      await expect.poll(() => time(page), { timeout: 40_000 }).toBe((await stops(page))[stop]);
      await expect(figure.locator('svg').first()).toBeInViewport();
    }
    await page.getByRole('spinbutton', { name: 'Kernel, in the figure' }).focus();
    await expect.poll(() => time(page)).toBe(1);
  });

  test('what a bet has let go plays to the moment asked about where it is seen, and the text waits for it', async ({
    page,
  }) => {
    await page.goto('chapters/space-to-depth/');
    const figure = page.locator('reading-passage spd-figure').first();
    await page
      .locator('reading-passage')
      .first()
      .evaluate((element) => element.scrollIntoView());
    await expect(figure).toHaveAttribute('waiting', '');
    await figure.evaluate((element) => {
      const seen: { t: number; top: number }[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const { t } = element as HTMLElement & { t?: number };
        // Its code may come later.
        if (t !== undefined)
          seen.push({ t, top: element.getBoundingClientRect().top / innerHeight });
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.locator('.veil').first().getByRole('button', { name: 'Just show me' }).click();
    await expect(figure).not.toHaveAttribute('waiting');
    // What opened above has not moved it away.
    await expect(figure).toBeInViewport({ ratio: 0.5 });
    // As one reads: a few lines at a time.
    for (let i = 0; i < 8; i++) {
      await page.mouse.wheel(0, 40);
      await frames(page, 8);
    }
    type Seen = { seen: { t: number; top: number }[] };
    const end = () =>
      page.evaluate(() => Math.max(...(window as unknown as Seen).seen.map(({ t }) => t)));
    const rest = await figure.evaluate((element) => {
      const { figure, values } = element as unknown as {
        figure: { stops(of: unknown): { t: number }[] };
        values: unknown;
      };
      // The shape was asked for: the stack, before the pixels fly back.
      return figure.stops(values)[3].t;
    });
    await expect.poll(end, { timeout: 40_000 }).toBeGreaterThanOrEqual(rest);
    const seen = await page.evaluate(() => (window as unknown as Seen).seen);
    // There the text that is read by now may take it on at once.
    const played = seen.slice(
      0,
      seen.findIndex(({ t }) => t >= rest),
    );
    expect(played[played.length - 1].t).toBeGreaterThan(rest - 0.2);
    const first = played.findIndex(({ t }) => t > 0);
    // It began in the middle of the window, and nothing jumped on the way.
    expect(played[first].top).toBeLessThan(2 / 3);
    for (let i = first + 1; i < played.length; i++)
      expect(played[i].t - played[i - 1].t).toBeLessThan(0.2);
    for (let i = first + 1; i < played.length; i++)
      expect(played[i].t).toBeGreaterThanOrEqual(played[i - 1].t);
  });

  test('what the keys come to on a phone is not under the picture that stays', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('chapters/reads/');
    await page.locator('#predict-reads-3x3-stride-2 summary').click();
    const picture = page.locator('reading-passage > .picture').first();
    const handle = page.getByRole('spinbutton', { name: 'Kernel, in the figure' });
    // The picture has its height once it is drawn anew.
    await picture.evaluate((element) => element.scrollIntoView());
    await expect(page.locator('spd-figure#reads .transport')).toHaveCount(1);
    // Under the picture, and in the window: a browser need not scroll to it.
    await handle.evaluate((element) =>
      scrollBy({ top: element.getBoundingClientRect().top - 200, behavior: 'instant' }),
    );
    await handle.focus();
    await expect(handle).toBeFocused();
    const focused = await page.evaluate(
      () => document.activeElement?.getBoundingClientRect().top ?? 0,
    );
    const { y, height } = (await picture.boundingBox())!;
    expect(focused).toBeGreaterThanOrEqual(y + height);
  });

  test('on paper each moment has its own small drawing, without JavaScript too', async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const [chapter, moments] of [
      ['reads', 4],
      // The picture shows the fourth.
      ['space-to-depth', 3],
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
