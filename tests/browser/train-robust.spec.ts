// What befalls a training: its graphics context goes, its worker breaks. It goes on by itself, and says so.
import type { Page } from '@playwright/test';
import { keepContexts, loseContexts } from './lib/contexts.ts';
import { expect, test } from './lib/test.ts';

// Graphics in software compile for most of a minute.
test.setTimeout(240_000);
const PATIENCE = { timeout: 150_000 };

const QUICK =
  'train/?task=checkerboard&size=6&noise=10&examples=200&steps=300&side=12&firstWidth=4&secondWidth=4';

const start = (page: Page) => page.getByRole('button', { name: 'Start', exact: true }).click();

async function ends(page: Page): Promise<void> {
  await expect(page.getByText(/^Step 300 of 300/)).toBeVisible(PATIENCE);
  await expect(page.locator('.verdict')).toContainText(/In this run/);
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
}

/** What hangs on every weight: accuracies, and what is heard of each phase. */
const learnt = (page: Page) => page.locator('.network .now, .network .phases').allTextContents();

test('a training whose graphics context is lost goes on from its last look, on wasm', {
  tag: '@long',
}, async ({ page }) => {
  page.on('worker', (worker) => void keepContexts(worker).catch(() => undefined));
  await page.goto(`${QUICK}&backend=webgl`);
  await start(page);
  await expect(page.getByText(/^Step \d+ of 300 .* on webgl$/)).toBeVisible(PATIENCE);
  await Promise.all(page.workers().map(loseContexts));
  const said =
    /^webgl lost its graphics context, so the training (went on from step \d+|began again from the same seed), on wasm\.$/;
  await expect(page.getByText(said)).toBeVisible(PATIENCE);
  await ends(page);
  await expect(page.getByText(/^Step 300 of 300 .* on wasm$/)).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByText(said)).toHaveCount(0);
});

test('a training whose worker breaks learns the same as one whose worker lives', {
  tag: '@long',
}, async ({ page }) => {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    Object.assign(window, { workers });
    window.Worker = class extends Worker {
      constructor(...of: ConstructorParameters<typeof Worker>) {
        super(...of);
        workers.push(this);
      }
    };
  });
  const breakDown = () =>
    page.evaluate(() => {
      const { workers } = window as unknown as { workers: Worker[] };
      workers.at(-1)!.dispatchEvent(new ErrorEvent('error'));
    });
  await page.goto(QUICK);
  await start(page);
  await ends(page);
  const undisturbed = await learnt(page);

  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByLabel('Speed').selectOption('20');
  await start(page);
  await expect(page.getByText(/^Step (2[1-9]|[3-9]\d) of 300/)).toBeVisible(PATIENCE);
  await breakDown();
  const said = (from: string) =>
    page.getByText(
      new RegExp(`^The engine broke down, so the training went on from step ${from}, on wasm\\.$`),
    );
  await expect(said('\\d+')).toBeVisible(PATIENCE);
  await page.getByLabel('Speed').selectOption('full');
  await ends(page);
  expect(await learnt(page)).toEqual(undisturbed);

  // Broken when all is done: what is asked then is answered, too.
  await breakDown();
  const apart = page.locator('taken-apart').first();
  await apart.locator('summary').click();
  await expect(apart.getByText('Condition number')).toBeVisible(PATIENCE);
  await expect(said('300')).toBeVisible();
  expect(await learnt(page)).toEqual(undisturbed);
});
