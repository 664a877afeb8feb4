import { expect, test } from './lib/test.ts';

test('a chart waits for its bet, shows the measure that is asked for, and keeps it in the address', async ({
  page,
}) => {
  await page.goto('chapters/results/');
  const chart = page.locator('#cost-chart');
  const panels = chart.locator('.panel');
  await expect(page.locator('#published-cost > .veil')).toBeVisible();
  await expect(panels.nth(0)).toBeHidden();
  const bet = page.locator('#predict-results-cost');
  await bet.getByRole('slider', { name: 'YOLOv5-SPD-s' }).focus();
  await page.keyboard.press('ArrowUp');
  await bet.getByRole('button', { name: 'That is my guess' }).click();
  await expect(bet.getByRole('status')).toContainText('your line is off by');
  await expect(panels.nth(0)).toBeVisible();
  await expect(panels.nth(1)).toBeHidden();
  await chart.getByRole('radio', { name: 'Parameters' }).check({ force: true });
  await expect(panels.nth(0)).toBeHidden();
  await expect(panels.nth(1)).toBeVisible();
  await expect(page).toHaveURL(/cost-chart=parameters/);
  await page.reload();
  await expect(panels.nth(1)).toBeVisible();
  await expect(chart.getByRole('row', { name: /YOLOv5-SPD-s/ })).toContainText('16.87');
});

test('a view that a chart does not have is answered, and goes with the next choice', async ({
  page,
}) => {
  await page.goto('chapters/results/?cost-chart=%20Latency');
  const chart = page.locator('#cost-chart');
  const said = chart.getByRole('status');
  await expect(chart.getByRole('radio', { name: 'Latency' })).toBeChecked();
  await expect(said).toHaveCount(0);
  await page.goto('chapters/results/?cost-chart=price');
  await expect(said).toHaveText('cost-chart is one of macs, parameters, latency, not “price”.');
  await expect(chart.locator('.panel').first()).toBeVisible();
  await chart.getByRole('radio', { name: 'Latency' }).check({ force: true });
  await expect(said).toHaveCount(0);
  await expect(page).toHaveURL(/cost-chart=latency/);
});

test('the decision follows the reader’s case, and stands in the address', async ({ page }) => {
  await page.goto('chapters/who-did-it/?object=12&picture=640&budget=3');
  const decide = page.locator('should-i-use');
  await decide.scrollIntoViewIfNeeded();
  const verdict = decide.getByRole('status');
  const answer = decide.locator('tr.answer');
  await expect(verdict).toContainText('made wider until it does SPD’s work');
  await expect(answer).toContainText('widened to SPD’s work');
  await decide.getByRole('checkbox', { name: 'File must stay small' }).check();
  await expect(verdict).toContainText('Worth a try');
  await expect(answer).toContainText('SPD as published');
  await decide.getByRole('combobox', { name: 'What runs it' }).selectOption('npu');
  await expect(verdict).toContainText('Time one pass');
  await expect(answer).toHaveCount(0);
  await expect(decide.getByRole('row', { name: /SPD as published/ })).toContainText('× 4.29');
  await decide.getByRole('combobox', { name: 'What runs it' }).selectOption('mcu');
  await expect(decide.getByRole('columnheader', { name: 'Largest map' })).toBeVisible();
  await expect(decide).toContainText('On a microcontroller nothing was measured');
  await expect(page).toHaveURL(/device=mcu/);
  await expect(page).toHaveURL(/file=true/);
  await page.reload();
  await expect(verdict).toContainText('memory of your chip');
  await decide.getByRole('slider', { name: 'Work that you can afford' }).fill('1.5');
  await expect(verdict).toContainText('Not at this price');
  await decide.getByRole('slider', { name: 'Longer side of your object' }).fill('100');
  await expect(verdict).toContainText('Probably not');
  await expect(page).toHaveURL(/object=100/);
  await expect(page).toHaveURL(/budget=1.5/);
});

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
])
  test(`the decision stands on one screen of ${width} × ${height} with its controls`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const device of ['cpu', 'npu', 'mcu']) {
      await page.goto(`chapters/who-did-it/?device=${device}&object=20`);
      const decide = page.locator('should-i-use');
      await decide.scrollIntoViewIfNeeded();
      await expect(decide.getByRole('status')).toContainText('First give');
      expect((await decide.boundingBox())!.height).toBeLessThan(height);
    }
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('charts switch all the same, and the decision stands for an example', async ({ page }) => {
    await page.goto('chapters/results/');
    const panels = page.locator('#gain-chart .panel');
    await expect(panels.nth(0)).toBeVisible();
    await expect(panels.nth(3)).toBeHidden();
    await page.locator('#gain-chart').getByRole('radio').nth(3).check({ force: true });
    await expect(panels.nth(3)).toBeVisible();
    await page.goto('chapters/who-did-it/');
    await expect(page.getByText('An example: an object of')).toBeVisible();
    await expect(page.getByRole('row', { name: /widened to SPD’s work/ })).toBeVisible();
  });
});
