import { expect, type Page, test } from '@playwright/test';

/** What has the focus, through all shadow roots: its name for a reader, or its element. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (
      element?.getAttribute('aria-label') || element?.textContent?.trim() || element?.localName
    );
  });

test('at its last moment a figure keeps the focus, and keys go on working', async ({ page }) => {
  await page.goto('embed/reads/?step=0');
  const figure = page.locator('spd-figure');
  const next = figure.getByRole('button', { name: 'Next moment' });
  await next.focus();
  for (let step = 0; step < 12 && (await next.getAttribute('aria-disabled')) !== 'true'; step++)
    await page.keyboard.press('Enter');
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  expect(await focused(page)).toBe('Next moment');
  await page.keyboard.press('PageUp');
  await expect(next).toHaveAttribute('aria-disabled', 'false');
  expect(await focused(page)).toBe('Next moment');
});

test('going back to the sample picture leaves the focus at the choice', async ({ page }) => {
  await page.goto('embed/space-to-depth/?fit=page');
  const own = page.locator('spd-own-picture');
  const red =
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==';
  await own
    .locator('input[type=file]')
    .setInputFiles({ name: 'red.png', mimeType: 'image/png', buffer: Buffer.from(red, 'base64') });
  const back = own.getByRole('button', { name: 'Use the sample picture' });
  await back.focus();
  await page.keyboard.press('Enter');
  await expect(back).toHaveCount(0);
  expect(await focused(page)).toBe('input');
});

test('no button of a widget that is idle drops out of the order of tabbing', async ({ page }) => {
  for (const [address, widget] of [
    ['lab/?seed=0', 'detection-lab'],
    ['weights/', 'your-weights'],
    ['embed/reads/?step=0', 'spd-figure'],
  ]) {
    await page.goto(address);
    await expect(page.locator(`${widget} button`).first()).toBeVisible();
    expect(await page.locator(`${widget} button:disabled`).count(), address).toBe(0);
  }
});
