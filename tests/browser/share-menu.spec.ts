// The share menu and the settings lie over other things, so they must go when they are no longer wanted, and never lie over what
// leads through the figure.
import { expect, type Locator, test } from '@playwright/test';

const FIGURES = ['reads', 'space-to-depth', 'architecture', 'microscope', 'nms'];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

interface Opened {
  summary: Locator;
  panel: Locator;
  scrubber: Locator;
}

async function shareOf(figure: Locator): Promise<Opened> {
  const summary = figure.locator('details.share > summary');
  await summary.scrollIntoViewIfNeeded();
  await summary.click();
  const panel = figure.locator('details.share > lazy-part');
  await expect(panel.getByRole('button', { name: 'Copy link' })).toBeVisible();
  return { summary, panel, scrubber: figure.getByRole('slider', { name: 'Moment of the figure' }) };
}

async function keepsApart({ panel, scrubber }: Opened, size: { width: number }): Promise<void> {
  const [over, under] = [await panel.boundingBox(), await scrubber.boundingBox()];
  if (!over || !under) throw new Error('not to be seen');
  const apart =
    over.y >= under.y + under.height ||
    over.y + over.height <= under.y ||
    over.x >= under.x + under.width ||
    over.x + over.width <= under.x;
  expect(apart, JSON.stringify({ over, under })).toBe(true);
  expect(over.x).toBeGreaterThanOrEqual(0);
  expect(over.x + over.width).toBeLessThanOrEqual(size.width);
  // Nothing else of the page lies over its parts either.
  for (const button of await panel.getByRole('button').all()) await button.click({ trial: true });
  await scrubber.click({ trial: true });
}

for (const size of SIZES) {
  test(`the share menu closes by Esc and outside, and leaves the scrubber free, ${size.width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    for (const name of FIGURES) {
      await page.goto(`figures/${name}/`);
      const figure = page.locator(`#${name}`);
      const opened = await shareOf(figure);
      await keepsApart(opened, size);
      const { summary, panel } = opened;
      await panel.getByRole('button', { name: 'Copy link' }).focus();
      await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
      await expect(summary).toBeFocused();
      await summary.click();
      await expect(panel).toBeVisible();
      // Inside it stays, and elsewhere in the figure it goes.
      await panel.locator('label').first().click();
      await expect(panel).toBeVisible();
      await figure
        .locator('.moment, .stage')
        .first()
        .click({ position: { x: 3, y: 3 } });
      await expect(panel).toBeHidden();
      await summary.click();
      await expect(panel).toBeVisible();
      await page.locator('h1').click({ position: { x: 1, y: 1 } });
      await expect(panel).toBeHidden();
    }
  });

  test(`in a frame, too, ${size.width} px wide`, async ({ page }) => {
    const frame = { width: size.width, height: Math.round(size.width * 0.75) };
    await page.setViewportSize(frame);
    await page.goto('embed/space-to-depth/');
    const figure = page.locator('spd-figure');
    const opened = await shareOf(figure);
    await keepsApart(opened, frame);
    await expect(opened.panel).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(opened.panel).toBeHidden();
    await opened.summary.click();
    await expect(opened.panel).toBeVisible();
    await page.mouse.click(2, 2);
    await expect(opened.panel).toBeHidden();
  });
}
