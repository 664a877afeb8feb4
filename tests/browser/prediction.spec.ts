import type { Locator, Page } from '@playwright/test';
import { expect, test } from './lib/test.ts';

const even = (page: Page): Locator => page.locator('#predict-reads-which-even');
const time = (figure: Locator) =>
  figure.evaluate((element) => (element as HTMLElement & { t: number }).t);
/** Of the moment that the page names in the figure: its last one where the number is above them all. */
const named = (figure: Locator) =>
  figure.evaluate((element) => {
    const player = element as unknown as {
      figure: { stops(of: unknown): { t: number }[] };
      values: unknown;
      stop: number;
    };
    const stops = player.figure.stops(player.values);
    return stops[Math.min(player.stop, stops.length) - 1].t;
  });

/** Nothing of a bet takes the focus before its code is there. */
const ready = (bet: Locator) =>
  expect(bet.getByRole('button', { name: 'That is my guess' })).toBeVisible();

test('a prediction opens the answer, says whether it was right, and stays on the device', async ({
  page,
}) => {
  await page.goto('chapters/reads/');
  const prediction = even(page);
  const answer = prediction.locator('.answer');
  await expect(answer).toBeHidden();

  await prediction.getByLabel('5×5').check();
  await expect(answer).toBeVisible();
  await expect(prediction.getByRole('status')).toHaveText('You predicted “5×5”.');

  await prediction.getByLabel('6×6').check();
  await expect(prediction.getByRole('status')).toHaveText('You predicted it.');

  await page.reload();
  await expect(answer).toBeVisible();
  await expect(prediction.getByRole('status')).toHaveText('You predicted it.');
  await expect(page.locator('#predict-reads-1x1 .answer')).toBeHidden();

  await prediction.getByRole('button', { name: 'Predict again' }).click();
  await expect(answer).toBeHidden();
  await page.reload();
  await expect(answer).toBeHidden();
});

test('what is said behind a bet waits for it; a link to it, paper and no code show it', async ({
  page,
  browser,
}) => {
  await page.goto('chapters/focus/');
  const bet = page.locator('#predict-focus-control');
  const behind = page.getByText('there is nothing left to compare');
  await expect(behind).toBeHidden();
  await bet.getByLabel('One with max-pooling').check();
  await expect(behind).toBeVisible();
  await bet.getByRole('button', { name: 'Predict again' }).click();
  await expect(behind).toBeHidden();
  await bet.getByText('Just show me').click();
  await expect(behind).toBeVisible();
  await bet.getByRole('button', { name: 'Predict again' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(behind).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await expect(behind).toBeHidden();

  // A figure that no bet holds, but that stands behind one, in somebody's link.
  await page.goto('chapters/reads/?reads-even.step=1');
  await expect(page.getByText('Towards the border the counts fall off')).toBeVisible();

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto('chapters/focus/');
  await expect(plain.getByText('there is nothing left to compare')).toBeVisible();
  await context.close();
});

test('predictions are made by keyboard alone', async ({ page }) => {
  await page.goto('chapters/reads/');
  const prediction = even(page);
  await prediction.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(prediction.getByRole('status')).toHaveText('You predicted it.');
});

test('without storage a prediction still works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto('chapters/reads/');
  const prediction = even(page);
  await prediction.getByRole('radio').nth(2).check();
  await expect(prediction.getByRole('status')).toHaveText('You predicted it.');
});

test.describe('a figure that a prediction asks about', () => {
  const painted = async (page: Page) => {
    const bet = page.locator('#predict-reads-3x3-stride-2');
    await ready(bet);
    await bet.locator('.cells button').first().focus();
    for (const count of '1212242412122429') await page.keyboard.press(count);
    await page.keyboard.press('3');
    return bet;
  };

  test('says what is missing when nothing, or not all, is guessed', async ({ page }) => {
    await page.goto('chapters/reads/');
    const bet = page.locator('predict-answer').filter({ has: page.locator('.cells') });
    await bet.locator('.cells button').first().click();
    await bet.getByRole('button', { name: 'That is my guess' }).click();
    await expect(bet.getByRole('status')).toHaveText('Fill in every pixel first.');

    await page.goto('chapters/why-small-things-vanish/');
    const line = page.locator('predict-answer[data-kind=number]').first();
    const ready = line.getByRole('button', { name: 'That is my guess' });
    await ready.click();
    await expect(line.locator('.verdict')).toContainText('Put the mark');
    // Where it stands may be the guess.
    const input = line.getByRole('slider');
    await input.click();
    await ready.click();
    await expect(line.locator('.verdict')).toContainText('You said');
  });

  test('waits under a veil, plays once, and shows the guess in its cells', async ({ page }) => {
    await page.goto('chapters/reads/');
    const figure = page.locator('spd-figure#reads');
    await figure.scrollIntoViewIfNeeded();
    await expect(page.locator('.held[data-held] > .veil').first()).toBeVisible();
    await expect(figure).toBeHidden();

    const bet = await painted(page);
    await bet.getByRole('button', { name: 'That is my guess' }).click();
    await expect(bet.getByRole('status')).toContainText('15 of 16 pixels');
    await expect(figure).toBeVisible();
    await figure.locator('.stage').scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 300);
    await expect.poll(() => time(figure)).toBeGreaterThan(0);
    await expect(figure.locator('.marks g')).toHaveCount(16);
    await expect(figure.locator('.marks g.wrong text')).toHaveText('3');
    await expect.poll(() => time(figure), { timeout: 40_000 }).toBe(1);
    await expect(page).not.toHaveURL(/reads\./);
  });

  test('without motion stands at its last moment at once', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('chapters/reads/');
    const figure = page.locator('spd-figure#reads');
    await figure.evaluate((element) => element.scrollIntoView());
    await page.locator('.veil').first().getByRole('button', { name: 'Just show me' }).click();
    await expect.poll(() => time(figure)).toBe(1);
    await expect(figure.locator('.marks')).toHaveCount(0);
  });

  for (const [chapter, early] of [
    ['why-small-things-vanish', 2],
    ['space-to-depth', 1],
    ['focus', 0],
    ['what-is-lost', 0],
  ] as const)
    test(`without motion each figure of ${chapter} stands at the moment that was asked about`, async ({
      page,
    }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(`chapters/${chapter}/`);
      const held = page.locator('.held:has(spd-figure)');
      await expect(held.first()).toHaveAttribute('data-held', '');
      const count = await held.count();
      expect(count).toBeGreaterThan(0);
      let before = 0;
      for (let i = 0; i < count; i++) {
        const place = held.nth(i);
        await place.evaluate((element) => element.scrollIntoView({ block: 'center' }));
        await place.getByRole('button', { name: 'Just show me' }).click();
        // In a passage the moment that is read sets it from there on.
        const figure = place.locator('spd-figure');
        await expect(figure.locator('.transport')).toHaveCount(1);
        const rest = await named(figure);
        if (rest < 1) before += 1;
        if ((await place.locator('xpath=ancestor::reading-passage').count()) === 0)
          await expect.poll(() => time(figure), { message: `figure ${i}` }).toBe(rest);
      }
      // Not all of them at their end, where the question is about an earlier moment.
      expect(before).toBe(early);
    });

  test('that a link names is shown as its sender saw it', async ({ page }) => {
    await page.goto('chapters/reads/?reads.step=2');
    await expect(page.locator('spd-figure#reads')).toBeVisible();
    // So is the text that is read beside it, for a link to one of its headings.
    await page.goto('chapters/reads/#the-pattern');
    await expect(page.locator('#the-pattern')).toBeInViewport();
    await expect(page.locator('spd-figure#reads')).toBeVisible();
    await page.goto('chapters/space-to-depth/');
    await expect(page.locator('#stacked-up')).toBeHidden();
    await page.evaluate(() => {
      location.hash = 'stacked-up';
    });
    await expect(page.locator('#stacked-up')).toBeInViewport();
  });

  test('on paper nothing waits', async ({ page }) => {
    await page.goto('chapters/reads/');
    const figure = page.locator('spd-figure#reads');
    await figure.evaluate((element) => element.scrollIntoView());
    await page.emulateMedia({ media: 'print' });
    await expect(figure.locator('svg [data-layer=numbers] text').nth(9)).toHaveText('4');
    await expect(figure).toBeVisible();
    await expect(page.locator('.veil').first()).toBeHidden();
  });
});

test('an order is made by buttons, a curve by keys', async ({ page }) => {
  await page.goto('chapters/why-small-things-vanish/');
  const order = page.locator('#predict-vanish-order');
  await order.getByRole('button', { name: 'max-pool: up' }).click();
  await expect(order.locator('li').first()).toContainText('max-pool');
  for (let i = 0; i < 4; i++)
    await order.getByRole('button', { name: 'strided sample: down' }).click();
  await order.getByRole('button', { name: 'That is my guess' }).click();
  await expect(order.getByRole('status')).toContainText('All 5 stand');
  await page.locator('spd-figure#microscope').evaluate((element) => element.scrollIntoView());
  await expect(page.locator('spd-figure#microscope .marks g.right')).toHaveCount(5);

  await page.goto('chapters/who-did-it/');
  const curve = page.locator('#predict-suspect-sizes');
  await ready(curve);
  await curve.getByRole('slider').first().focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
  await expect(curve.locator('.truth')).toBeHidden();
  await curve.getByRole('button', { name: 'That is my guess' }).click();
  await expect(curve.locator('.truth')).toBeVisible();
  await expect(page.locator('#gain-at-size')).toBeVisible();
});
