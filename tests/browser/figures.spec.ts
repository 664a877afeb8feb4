import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';

const figure = (page: Page, name: string): Locator => page.locator(`spd-figure[name="${name}"]`);
const said = (page: Page, name: string): Locator => page.locator(`#${name}-description`);

async function open(page: Page, name: string, query = ''): Promise<Locator> {
  await page.goto(`embed/${name}/${query || '?'}&fit=page`);
  const shown = figure(page, name);
  await expect(shown.getByRole('button', { name: 'Next moment' })).toBeVisible();
  return shown;
}

const numbers = (shown: Locator) =>
  shown.locator('svg [data-layer=numbers] text').allTextContents();

test.describe('who reads each pixel', () => {
  test('counts 1, 2, 2, 4 for 3x3 stride 2 and 9 everywhere inside for SPD + 3x3', async ({
    page,
  }) => {
    const shown = await open(page, 'reads');
    expect((await numbers(shown)).slice(0, 10)).toEqual([
      '1',
      '2',
      '1',
      '2',
      '1',
      '2',
      '1',
      '1',
      '2',
      '4',
    ]);
    await shown.getByRole('button', { name: 'SPD + 3×3' }).click();
    await expect(said(page, 'reads')).toContainText('every pixel is read 9 times');
    await expect(page).toHaveURL(/block=2/);
  });

  test('the engine agrees, for every preset', async ({ page }) => {
    const shown = await open(page, 'reads');
    const check = page.locator('spd-engine-check');
    await check.scrollIntoViewIfNeeded();
    const agreed = check.getByText(
      /gradient and the count agree; the largest difference is 0\. Computed with \w+/,
    );
    await expect(agreed).toBeVisible({ timeout: 40_000 });
    for (const preset of ['6×6 / 2', 'SPD + 3×3', '1×1 / 2']) {
      await shown.getByRole('button', { name: preset }).click();
      await check.scrollIntoViewIfNeeded();
      const first = preset === '1×1 / 2' ? '1' : '4';
      await expect(check.locator('svg text').first()).toHaveText(first);
      await expect(agreed).toBeVisible();
    }
  });

  test('a wrong parameter in the address gets a sentence, and the figure goes on', async ({
    page,
  }) => {
    const shown = await open(page, 'reads', '?kernel=99&stride=<b>');
    await expect(shown.getByText('kernel is at most 7, not 99.')).toBeVisible();
    await expect(shown.getByText('stride is a number, not “<b>”; 2 is used.')).toBeVisible();
    await expect(said(page, 'reads')).toContainText('A 7 × 7 window with stride 2');
  });
});

test.describe('the player', () => {
  test('keys step through the moments; the address follows without new history', async ({
    page,
  }) => {
    const shown = await open(page, 'reads');
    const before = await page.evaluate(() => history.length);
    await shown.locator('.stage').focus();
    await page.keyboard.press('Home');
    await expect(said(page, 'reads')).toContainText('No window is placed yet');
    await page.keyboard.press('ArrowRight');
    await expect(shown.getByText('first placement')).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(page).toHaveURL(/step=2/);
    await page.keyboard.press('PageUp');
    await expect(page).toHaveURL(/step=1/);
    await page.keyboard.press('End');
    await expect(shown.getByText('the pattern')).toBeVisible();
    expect(await page.evaluate(() => history.length)).toBe(before);
    const again = await open(page, 'reads', '?step=1&kernel=5');
    await expect(again.getByText('first placement')).toBeVisible();
    await expect(said(page, 'reads')).toContainText('1 of 16 windows');
  });

  test('space plays and pauses', async ({ page }) => {
    const shown = await open(page, 'reads');
    await shown.locator('.stage').focus();
    await page.keyboard.press(' ');
    await expect(shown.getByRole('button', { name: 'Pause' })).toBeVisible();
    const time = () => shown.evaluate((element) => (element as HTMLElement & { t: number }).t);
    const started = await time();
    expect(started).toBeLessThan(1);
    await expect.poll(time).toBeGreaterThan(started);
    await page.keyboard.press(' ');
    await expect(shown.getByRole('button', { name: 'Play' })).toBeVisible();
    const paused = await time();
    await page.waitForTimeout(300);
    expect(await time()).toBe(paused);
  });

  test('with reduced motion it shows the moments and nothing between', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript(() => {
      const real = window.requestAnimationFrame;
      Object.assign(window, { frames_asked: 0 });
      window.requestAnimationFrame = (callback) => {
        (window as unknown as { frames_asked: number }).frames_asked++;
        return real(callback);
      };
    });
    const shown = await open(page, 'reads');
    await shown.getByRole('button', { name: 'Play again' }).click();
    await expect(shown.getByText('first placement')).toBeVisible();
    await expect(shown.getByText('second placement')).toBeVisible({ timeout: 4_000 });
    expect(
      await page.evaluate(() => (window as unknown as { frames_asked: number }).frames_asked),
    ).toBe(0);
  });

  test('saves the moment shown as SVG and PNG', async ({ page }) => {
    const shown = await open(page, 'reads', '?step=2');
    await shown.getByText('Share').click();
    const saving = page.waitForEvent('download');
    await shown.getByRole('button', { name: 'Download SVG' }).click();
    expect((await saving).suggestedFilename()).toBe('reads_step-2_light.svg');
    const svg = await readFile(await (await saving).path(), 'utf8');
    expect(svg).toMatch(/<dc:source>[^<]*\/embed\/reads\/\?step=2/);
    expect(svg).toContain('creativecommons.org/licenses/by/4.0/');
    expect(svg).toContain('2 of 16 windows');
    expect(svg).not.toMatch(/var\(|data-/);
    await shown.getByLabel('PNG scale').selectOption('3');
    const savingPng = page.waitForEvent('download');
    await shown.getByRole('button', { name: 'Download PNG' }).click();
    const png = await readFile(await (await savingPng).path());
    expect(png.readUInt32BE(16)).toBe(760 * 3);
  });
});

test.describe('space-to-depth', () => {
  const red = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
    'base64',
  );

  test('links a pixel with its place in X′, by pointer and by keyboard', async ({ page }) => {
    const shown = await open(page, 'space-to-depth', '?channels=1');
    await shown.locator('svg [data-cell="x:3:4"]').dispatchEvent('pointermove', { bubbles: true });
    await expect(
      shown.getByText('X[3, 4] has phase B and becomes X′[1, 2], channel 1.'),
    ).toBeVisible();
    await expect(shown.locator('svg [data-layer=highlight] rect')).toHaveCount(2);
    await shown.getByRole('button', { name: 'Explore cells' }).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(
      shown.getByText('X[1, 1] has phase D and becomes X′[0, 0], channel 3.'),
    ).toBeVisible();
  });

  test('takes the reader’s picture, keeps it, and names a broken one', async ({ page }) => {
    const shown = await open(page, 'space-to-depth', '?step=0&size=4');
    const chooser = shown.locator('input[type=file]');
    await chooser.setInputFiles({ name: 'red.png', mimeType: 'image/png', buffer: red });
    const first = shown.locator('svg [data-layer=image] rect').first();
    await expect(first).toHaveAttribute('fill', '#ff0000');
    await chooser.setInputFiles({
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('hello'),
    });
    await expect(
      shown.getByText('“notes.txt” is not a picture that can be read here.'),
    ).toBeVisible();
    await chooser.setInputFiles({
      name: 'cut.png',
      mimeType: 'image/png',
      buffer: red.subarray(0, 40),
    });
    await expect(shown.getByText('“cut.png” could not be read')).toBeVisible();
    await shown
      .getByRole('group', { name: 'Block size s' })
      .getByRole('radio', { name: '4' })
      .check();
    await expect(said(page, 'space-to-depth')).toContainText('(1, 1, 48)');
    await expect(first).toHaveAttribute('fill', '#ff0000');
  });

  test('shows a generated scene', async ({ page }) => {
    const shown = await open(page, 'space-to-depth', '?step=0');
    const fills = () =>
      shown
        .locator('svg [data-layer=image] rect')
        .evaluateAll((cells) => cells.map((c) => c.getAttribute('fill')).join());
    const sample = await fills();
    await page.goto(`${page.url().replace(/\?.*/, '')}?step=0&scene=3&fit=page`);
    await expect.poll(fills).not.toBe(sample);
  });

  test('has no sideways scroll on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open(page, 'space-to-depth', '?block=4&channels=4&size=16');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await expect(page.locator('spd-figure > svg')).toHaveAttribute('data-layout', 'narrow');
  });
});

test('the index leads from each figure to its page and to the chapters that have it', async ({
  page,
}) => {
  await page.goto('figures/');
  const figures = page.locator('.gallery > li');
  expect(await figures.count()).toBeGreaterThan(10);
  for (const figure of await figures.all()) {
    await expect(figure.locator('h2 a')).toHaveAttribute('href', /\/figures\/[a-z-]+\/$/);
    // A figure that only talks use stands in no chapter, and then nothing is said of it.
    for (const where of await figure.locator('p').all())
      await expect(where.locator('a').first()).toHaveAttribute('href', /\/chapters\//);
  }
});
