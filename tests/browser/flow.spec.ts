import type { Locator, Page } from '@playwright/test';
import { screens } from './lib/one-screen.ts';
import { expect, test } from './lib/test.ts';

// A detector starts in a software browser on two busy cores.
test.setTimeout(150_000);
const PATIENCE = { timeout: 90_000 };
const STAGES = ['Input', 'Backbone', 'Neck', 'Head', 'Anchors', 'Assignment', 'NMS'];

async function open(page: Page, query = ''): Promise<Locator> {
  await page.goto(`chapters/detectors/${query}`);
  const flow = page.locator('detector-flow');
  await flow.scrollIntoViewIfNeeded();
  await expect(flow).toHaveAttribute('data-ready', '', PATIENCE);
  return flow;
}

/** Object, verdict, longer side and score of every row of a table of boxes, in some fixed order. */
async function boxes(table: Locator): Promise<string[]> {
  const rows = await table.locator('tbody tr').allInnerTexts();
  return rows.map((row) => row.split(/\s*\t\s*|\n/).join(' ')).sort();
}

test('the boxes of the last stage are the lab’s, for both detectors', async ({ page }) => {
  const flow = await open(page, '?flow.stage=nms&flow.scene=12');
  const ours = { strided: await boxes(flow.locator('table.boxes')), spd: [] as string[] };
  await flow.getByRole('radio', { name: 'SPD' }).check({ force: true });
  await expect(flow).toHaveAttribute('data-seen', 'spd 12', PATIENCE);
  ours.spd = await boxes(flow.locator('table.boxes'));
  await flow.getByRole('link', { name: 'Open this scene in the lab' }).click();
  const lab = page.locator('detection-lab');
  await expect(lab).toHaveAttribute('data-ready', '', PATIENCE);
  await expect(lab.locator('lab-panel')).toHaveCount(2);
  for (const [place, variant] of (['strided', 'spd'] as const).entries()) {
    const panel = lab.locator('lab-panel').nth(place);
    await panel.locator('details > summary').click();
    // A table is drawn when it is opened.
    await expect.poll(() => boxes(panel.locator('table'))).toEqual(ours[variant]);
    expect(ours[variant].length).toBeGreaterThan(0);
  }
});

test('where the processor draws the graphics, no code of a graphics card is fetched', async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) scripts.push(await response.text().catch(() => ''));
  });
  await open(page);
  const holding = (word: string) => scripts.filter((text) => text.includes(word)).length;
  expect(holding('tfjs-backend-wasm')).toBeGreaterThan(0);
  expect([holding('WEBGL_PACK_BINARY_OPERATIONS'), holding('createComputePipeline')]).toEqual([
    0, 0,
  ]);
});

test('steps through the stages by button and by key, and remembers the stage', async ({ page }) => {
  const flow = await open(page);
  for (const next of STAGES.slice(1)) {
    await flow.getByRole('button', { name: `Next: ${next}` }).click();
    await expect(flow.getByRole('tabpanel', { name: next })).toBeVisible();
  }
  await expect(page).toHaveURL(/flow\.stage=nms/);
  await flow.getByRole('tab', { name: 'NMS' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(flow.getByRole('tab', { name: 'Assignment' })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(flow.getByRole('tab', { name: 'Input' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await flow.getByRole('slider', { name: 'Channel' }).focus();
  await page.keyboard.press('Home');
  await expect(flow.getByText('Channel 0 of P3')).toBeVisible();
  // The address follows a little later.
  await expect(page).toHaveURL(/flow\.stage=backbone/);
  await page.reload();
  await flow.scrollIntoViewIfNeeded();
  await expect(flow.getByRole('tab', { name: 'Backbone' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('the sums of the anchors stage give the box of the head stage', async ({ page }) => {
  const flow = await open(page, '?flow.stage=head');
  await flow.getByRole('slider', { name: 'Answer, the surest first' }).fill('3');
  const rows = flow.locator('table tbody tr td:last-child');
  const [x, y, width, height] = await rows.allInnerTexts();
  await flow.getByRole('tab', { name: 'Anchors' }).click();
  const sums = await flow.locator('.sums li').allInnerTexts();
  expect(sums.slice(0, 4).map((line) => line.split(' = ').at(-1))).toEqual([x, y, width, height]);
});

/**
 * On a phone these stages are longer than one screen by their nature: four or five maps and a close look at one, or a
 * picture and the table of the numbers that it is made of. They begin with what is looked at first.
 */
const LONGER_ON_A_PHONE = ['Backbone', 'Neck', 'Head', 'Anchors', 'Assignment', 'NMS'];

test('fits one screen at every stage, and a phone’s width', async ({ page }) => {
  const flow = await open(page);
  for (const { width, height } of screens) {
    await page.setViewportSize({ width, height });
    for (const stage of STAGES) {
      await flow.getByRole('tab', { name: stage }).click();
      await expect(flow.getByRole('tabpanel', { name: stage })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      if (width === 390 && LONGER_ON_A_PHONE.includes(stage)) continue;
      const box = (await flow.boundingBox())!;
      expect.soft(box.height, `${stage} at ${width} × ${height}`).toBeLessThanOrEqual(height);
    }
  }
});

test('says what is wrong when the weights do not come, and tries again', async ({ page }) => {
  let broken = true;
  await page.route('**/yolov5p.safetensors', (route) =>
    broken ? route.fulfill({ body: Buffer.alloc(100) }) : route.continue(),
  );
  await page.goto('chapters/detectors/');
  const flow = page.locator('detector-flow');
  await flow.scrollIntoViewIfNeeded();
  await expect(flow.getByText('The detector can’t run.')).toBeVisible(PATIENCE);
  broken = false;
  await flow.getByRole('button', { name: 'Try again' }).click();
  await expect(flow).toHaveAttribute('data-ready', '', PATIENCE);
});
