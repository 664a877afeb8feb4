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
  await expect(verdict).toContainText('Worth a try');
  await decide.getByRole('slider', { name: 'Work that you can afford' }).fill('1.5');
  await expect(verdict).toContainText('Not as published');
  await decide.getByRole('slider', { name: 'Longer side of your object' }).fill('100');
  await expect(verdict).toContainText('Probably not');
  await expect(page).toHaveURL(/object=100/);
  await expect(page).toHaveURL(/budget=1.5/);
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
  });
});
