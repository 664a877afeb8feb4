import type { Locator, Page } from '@playwright/test';
import { expect, test } from './lib/test.ts';

interface Player extends HTMLElement {
  t: number;
  values: Record<string, unknown>;
}

const value = (figure: Locator, name: string) =>
  figure.evaluate((element, of) => (element as Player).values[of], name);

/** The chapter on reads, its first bet passed over. */
async function reads(page: Page): Promise<Locator> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('chapters/reads/');
  await page.locator('#predict-reads-3x3-stride-2 summary').click();
  return page.locator('spd-figure#reads');
}

test('a number in the text moves the figure by keys, by typing and by dragging, and follows it', async ({
  page,
}) => {
  const figure = await reads(page);
  const kernel = page.getByRole('spinbutton', { name: 'Kernel, in the figure' });
  await kernel.scrollIntoViewIfNeeded();
  await kernel.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => value(figure, 'kernel')).toBe(4);
  await kernel.fill('6');
  await expect.poll(() => value(figure, 'kernel')).toBe(6);

  const { x, y, width, height } = (await kernel.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - 32, y + height / 2, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => value(figure, 'kernel')).toBe(4);
  await expect(kernel).toHaveValue('4');

  await figure.locator('input[name=kernel]').fill('5');
  await expect(kernel).toHaveValue('5');
});

test('words of a sentence do to the figure what they say', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('chapters/why-small-things-vanish/');
  await page.locator('#predict-vanish-order summary').click();
  const figure = page.locator('spd-figure#microscope');
  await page.getByRole('button', { name: 'four pixels further up and left' }).click();
  await expect.poll(() => value(figure, 'offset')).toBe(0);
  await expect(figure).toBeInViewport();
  await page.getByRole('button', { name: 'stood at first' }).click();
  await expect.poll(() => value(figure, 'offset')).toBe(4);
});

test('a long handle breaks into lines as words do, and answers to the keyboard', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('chapters/focus/');
  await page.getByText('Just show me').evaluateAll((all) => {
    for (const one of all) (one as HTMLElement).click();
  });
  const handle = page.getByRole('button', { name: 'the 7×7 convolution that opens a ResNet' });
  await handle.scrollIntoViewIfNeeded();
  const lines = await handle.evaluate((words) => {
    const { width } = words.closest('p')!.getBoundingClientRect();
    return [...words.getClientRects()].map((line) => line.width / width);
  });
  // Its first line goes on where the words before it end.
  expect(lines.length).toBeGreaterThan(1);
  expect(lines[0]).toBeLessThan(0.9);
  await handle.press('Enter');
  const figure = await handle.getAttribute('for');
  await expect.poll(() => value(page.locator(`#${figure}`), 'kernel')).toBe(7);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a handle is text', async ({ page }) => {
    await page.goto('chapters/reads/');
    await expect(page.getByText('The window is 3 pixels wide and its stride is 2')).toBeVisible();
    await expect(page.locator('figure-tune input, figure-do[role]')).toHaveCount(0);
  });
});

test('words of a sentence choose the view of a chart', async ({ page }) => {
  await page.goto('chapters/results/');
  await page.locator('#predict-results-large summary').click();
  const chart = page.locator('#gain-chart');
  await page.getByRole('button', { name: 'Choose “AP, per cent”' }).click();
  await expect(chart.locator('[data-key=ap-percent]')).toBeChecked();
  await expect(page).toHaveURL(/gain-chart=ap-percent/);
  await page.getByRole('button', { name: 'Choose “AP small, per cent”' }).press('Enter');
  await expect(chart.locator('[data-key=aps-percent]')).toBeChecked();
  await expect(chart).toBeInViewport();
});

test('every view that words choose is one of its chart’s', async ({ page }) => {
  for (const chapter of ['results', 'nine-networks']) {
    await page.goto(`chapters/${chapter}/`);
    const views = await page.locator('figure-do[data-view]').evaluateAll((all) =>
      all.map((words) => {
        const { view } = (words as HTMLElement).dataset;
        const chart = document.getElementById(words.getAttribute('for') ?? '');
        return chart?.querySelectorAll(`input[data-key="${view}"]`).length;
      }),
    );
    expect(views.length).toBeGreaterThan(0);
    expect(new Set(views)).toEqual(new Set([1]));
  }
});

test('words of a sentence switch the detector whose stages are shown', async ({ page }) => {
  await page.goto('chapters/detectors/');
  await page.getByRole('button', { name: 'switch from strided to SPD' }).click();
  await expect(page).toHaveURL(/flow\.detector=spd/);
});
