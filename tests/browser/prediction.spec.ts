import { expect, test } from './lib/test.ts';

test('a prediction opens the answer, says whether it was right, and stays on the device', async ({
  page,
}) => {
  await page.goto('chapters/reads/');
  const prediction = page.locator('predict-answer').first();
  const answer = prediction.locator('.answer');
  await expect(answer).toBeHidden();

  await prediction.getByLabel('Three times, every pixel').check();
  await expect(answer).toBeVisible();
  await expect(prediction.getByRole('status')).toHaveText(
    'You predicted “Three times, every pixel”.',
  );

  await prediction.getByLabel('Once, twice, once, twice, in turn').check();
  await expect(prediction.getByRole('status')).toHaveText('You predicted it.');

  await page.reload();
  await expect(answer).toBeVisible();
  await expect(prediction.getByRole('status')).toHaveText('You predicted it.');
  await expect(page.locator('predict-answer').nth(1).locator('.answer')).toBeHidden();
});

test('predictions are made by keyboard alone', async ({ page }) => {
  await page.goto('chapters/reads/');
  const prediction = page.locator('predict-answer').first();
  await prediction.getByRole('radio').first().focus();
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
  const prediction = page.locator('predict-answer').first();
  await prediction.getByRole('radio').nth(1).check();
  await expect(prediction.getByRole('status')).toHaveText('You predicted it.');
});
