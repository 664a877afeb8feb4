// The page that trains, without a pointer, under a finger, in a tab that sleeps, and beside another lab.
import type { Page } from '@playwright/test';
import { drawing, openLab, PATIENCE, tallies } from './lib/lab.ts';
import { sleep } from './lib/sleep.ts';
import { expect, test } from './lib/test.ts';

const QUICK =
  'train/?task=checkerboard&size=6&noise=10&examples=200&steps=100&firstWidth=4&secondWidth=4';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const at = (page: Page, step: string | number) =>
  page.getByText(new RegExp(`^Step ${step} of 100`));
const patient = { timeout: 60_000 };

/** The words of what has the focus, wherever it stands. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element === document.body ? 'nothing' : (element?.textContent ?? '').trim();
  });

/** Presses Tab until the focus is on what says this. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let i = 0; i < 40 && (await focused(page)) !== words; i++) await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(words);
}

test('by keyboard alone it is set, begun, paused, led on by a step and reset, and the focus stays', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto(`${QUICK}&pace=5`);
  const way = page.getByRole('combobox', { name: 'Second network' });
  await way.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/second=strided-6/);
  await expect(way).toBeFocused();
  await tabTo(page, 'Start');
  await page.keyboard.press('Enter');
  await expect(button(page, 'Pause')).toBeFocused();
  await expect(at(page, '[1-9]\\d*')).toBeVisible(patient);
  await page.keyboard.press('Enter');
  await expect(button(page, 'Go on')).toBeFocused();
  const step = Number((await at(page, '\\d+').textContent())!.match(/\d+/)![0]);
  await tabTo(page, 'One step');
  await page.keyboard.press('Space');
  // A stretch may have been under way when it was paused.
  await expect
    .poll(async () => Number((await at(page, '\\d+').textContent())!.match(/\d+/)![0]), patient)
    .toBeGreaterThan(step);
  await expect(button(page, 'One step')).toBeFocused();
  await tabTo(page, 'Reset');
  await page.keyboard.press('Enter');
  await expect(at(page, '\\d+')).toHaveCount(0);
  await expect(button(page, 'Reset')).toBeFocused();
  await expect(button(page, 'Start')).toBeVisible();
});

test('a stage that goes leaves the focus at what stands next', async ({ page }) => {
  await page.goto('stack/');
  const stack = page.getByRole('region', { name: 'First stack' });
  const rows = stack.getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await rows
    .last()
    .getByRole('button', { name: /Remove/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(2);
  await expect(stack.locator('.add')).toBeFocused();
});

test.describe('under a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('it is made fair, begun, paused and looked into', async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(`${QUICK}&pace=20`);
    await button(page, 'Equal work').tap();
    await expect(page).toHaveURL(/secondWidth=7/);
    await button(page, 'Start').tap();
    await expect(at(page, '[2-9]\\d')).toBeVisible(patient);
    await button(page, 'Pause').tap();
    await expect(button(page, 'Go on')).toBeVisible();
    const look = page.locator('taken-apart').first();
    await look.locator('summary').tap();
    await expect(look.getByText(/Condition number/)).toBeVisible(patient);
    await look.getByRole('button', { name: 'Another crop' }).tap();
    await expect(look.getByText(/Condition number/)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

test('a tab that is put to sleep goes on where it was, with the same curve', {
  tag: '@long',
}, async ({ page }) => {
  test.setTimeout(120_000);
  // Each curve as its points; at a measured pace it has more of them.
  const curves = () =>
    page
      .locator('.chart path.mean')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')!.split(/[ML]/)));
  await page.goto(QUICK);
  await button(page, 'Start').click();
  await expect(at(page, 100)).toBeVisible(patient);
  const awake = await curves();
  await page.goto(`${QUICK}&pace=20`);
  await button(page, 'Start').click();
  await expect(at(page, '[1-9]\\d')).toBeVisible(patient);
  await sleep(page, 2000);
  await expect(at(page, 100)).toBeVisible(patient);
  const slept = await curves();
  expect(slept).toHaveLength(4);
  for (const [i, points] of awake.entries())
    expect(slept[i]).toEqual(expect.arrayContaining(points));
});

test('it learns while the detection lab is at work in another tab', async ({ page, context }) => {
  test.setTimeout(180_000);
  await page.goto(QUICK);
  await button(page, 'Start').click();
  const other = await context.newPage();
  const lab = await openLab(other, '?third=none');
  await expect(tallies(lab).first()).toContainText(/found/, PATIENCE);
  await page.bringToFront();
  await expect(at(page, 100)).toBeVisible(patient);
  await expect(page.locator('.verdict')).toContainText(/In this run/);
  await other.bringToFront();
  const before = await drawing(lab);
  await other.getByRole('button', { name: 'Next scene' }).click();
  await expect.poll(() => drawing(lab), PATIENCE).not.toBe(before);
  await expect(tallies(lab).first()).toContainText(/found/, PATIENCE);
});
