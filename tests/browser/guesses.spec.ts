// A guess is marked in the chart that answers, where its number stands on the axis.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './lib/test.ts';

const centre = async (of: Locator) => {
  const box = (await of.boundingBox())!;
  return { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** The outline of a guess in the drawing that is shown. */
const outline = (chart: Locator) => chart.locator('svg:visible .guess rect');

async function bet(page: Page, id: string, option: string): Promise<void> {
  await page.locator(`#predict-${id}`).getByLabel(option, { exact: true }).check();
}

test('part of a gain, in the row of its network: the right one holds its mean', async ({
  page,
}) => {
  await page.goto('chapters/nine-networks/');
  const chart = page.locator('#nine-chart');
  const mark = outline(chart);
  await bet(page, 'results-pool', 'More than three quarters');
  await expect(mark).toHaveCount(1);
  await expect(chart.locator('p.guess')).toHaveText('Your guess: More than three quarters');
  // The bars of all means are one path; one of them lies in this row.
  const frame = (await mark.boundingBox())!;
  const bars = await chart.locator('svg:visible [stroke-width="2"] path').evaluate((path) => {
    const toScreen = (path as SVGPathElement).getScreenCTM()!;
    const starts = path.getAttribute('d')!.matchAll(/M([\d.]+) ([\d.]+)L[\d.]+ ([\d.]+)/g);
    return [...starts].map(([, x, top, end]) => {
      const point = new DOMPoint(Number(x), (Number(top) + Number(end)) / 2);
      const { x: left, y } = point.matrixTransform(toScreen);
      return { x: left, y };
    });
  });
  const [mean, ...others] = bars.filter(({ y }) => y > frame.y && y < frame.y + frame.height);
  expect(others).toEqual([]);
  expect(mean.x).toBeGreaterThan(frame.x);
  expect(mean.x).toBeLessThan(frame.x + frame.width);

  await bet(page, 'results-pool', 'About a third');
  await expect(chart.locator('p.guess')).toHaveText('Your guess: About a third');
  const wrong = (await mark.boundingBox())!;
  expect(wrong.x + wrong.width).toBeLessThan(mean.x);

  // Another view is about another axis; the sentence stays.
  await chart.getByRole('radio', { name: 'AP50', exact: true }).check({ force: true });
  await expect(mark).toHaveCount(0);
  await expect(chart.locator('p.guess')).toBeVisible();
  await page.reload();
  await chart.getByRole('radio', { name: 'AP', exact: true }).check({ force: true });
  await expect(mark).toHaveCount(1);
  await page
    .locator('#predict-results-pool')
    .getByRole('button', { name: 'Predict again' })
    .click();
  await expect(chart.locator('.guess')).toHaveCount(0);
});

test('a size, a size of model and a part of a gain at the end of a curve stand on their axes', async ({
  page,
}) => {
  await page.goto('chapters/where-it-pays/');
  await bet(page, 'results-sizes', 'About 12 pixels');
  const sizes = page.locator('#gains-chart');
  await expect(outline(sizes)).toHaveCount(1);
  const tick = await centre(sizes.locator('svg:visible text', { hasText: /^12$/ }).first());
  expect(Math.abs((await centre(outline(sizes))).x - tick.x)).toBeLessThan(3);

  await page.goto('chapters/results/');
  await bet(page, 'results-large', 'It loses');
  const gain = page.locator('#gain-chart');
  await expect(outline(gain)).toHaveCount(1);
  const column = await centre(gain.locator('svg:visible text', { hasText: /^l$/ }).first());
  const zero = await centre(gain.locator('svg:visible text', { hasText: /^0\.0$/ }).first());
  const losing = await centre(outline(gain));
  expect(Math.abs(losing.x - column.x)).toBeLessThan(3);
  expect(losing.y).toBeGreaterThan(zero.y);

  await page.goto('chapters/who-did-it/');
  await bet(page, 'second-hearing', 'Smaller than before');
  const hearing = page.locator('#hearing-chart');
  await expect(outline(hearing)).toHaveCount(1);
  const end = await centre(hearing.locator('svg:visible text', { hasText: /^max-pool$/ }).first());
  const reached = (await outline(hearing).boundingBox())!;
  expect(end.y).toBeGreaterThan(reached.y);
  expect(end.y).toBeLessThan(reached.y + reached.height);
});

test('a dragged curve stands over the real one, each knot at its number', async ({ page }) => {
  await page.goto('chapters/results/');
  const question = page.locator('#predict-results-cost');
  const knots = question.getByRole('slider');
  const ready = question.getByRole('button', { name: 'That is my guess' });
  // Nothing of a bet takes the focus before its code is there.
  await expect(ready).toBeVisible();
  await knots.first().focus();
  await page.keyboard.press('ArrowUp');
  await ready.click();
  const chart = page.locator('#cost-chart');
  const marks = chart.locator('svg:visible .guess circle');
  await expect(marks).toHaveCount(4);
  // The knots began at 39, and the first went up by one: between the ticks of 35 and 40 of the axis.
  const tick = (value: string) =>
    centre(chart.locator('svg:visible text', { hasText: new RegExp(`^${value}$`) }).first());
  const [low, high] = [await tick('35'), await tick('40')];
  const at = (value: number) => low.y + ((value - 35) / 5) * (high.y - low.y);
  expect(Math.abs((await centre(marks.nth(0))).y - at(40))).toBeLessThan(2);
  expect(Math.abs((await centre(marks.nth(1))).y - at(39))).toBeLessThan(2);
});

test('in the line-up each bet has its own outline, in the row of its network', async ({ page }) => {
  await page.goto('chapters/who-did-it/');
  const row = (variant: string) => page.locator(`.line-up [data-variant="${variant}"]`);
  await bet(page, 'suspect-work', 'The wider network with its strides');
  await bet(page, 'suspect-weights', 'All of it');
  const [right, wrong] = [row('yolov5p-wide-macs'), row('yolov5p-wide-parameters')];
  for (const one of [right, wrong]) await expect(one.locator('.guess')).toHaveCount(1);
  await expect(page.locator('.line-up .key')).toHaveText('what you guessed');
  const holds = async (of: Locator) => {
    const box = (await of.locator('.guess').boundingBox())!;
    const { x } = await centre(of.locator('.mean'));
    return x > box.x && x < box.x + box.width;
  };
  expect(await holds(right)).toBe(true);
  expect(await holds(wrong)).toBe(false);
});
