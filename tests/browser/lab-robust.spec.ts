// What befalls a lab that is open for long: its graphics context goes, its tab sleeps, a second one is opened.
import { keepContexts, loseContexts } from './lib/contexts.ts';
import { counts, drawing, openLab, PATIENCE, tallies } from './lib/lab.ts';
import { sleep } from './lib/sleep.ts';
import { expect, test } from './lib/test.ts';

test.setTimeout(150_000);

test('a lab whose graphics context is lost goes on by another back end, and says so', {
  tag: '@long',
}, async ({ page }) => {
  const lab = await openLab(page, '?resolution=64&third=none');
  const before = await counts(lab);
  await Promise.all(page.workers().map(keepContexts));
  await lab.getByLabel('Back end').selectOption('webgl');
  await expect(lab.getByText('Runs on webgl.')).toBeVisible(PATIENCE);
  await expect(lab).toHaveAttribute('data-ready', '', PATIENCE);
  expect(await counts(lab)).toEqual(before);
  await Promise.all(page.workers().map(loseContexts));
  await lab.getByRole('button', { name: 'Next scene' }).click();
  await expect(lab.getByText(/^Runs on wasm\. webgl lost its graphics context/)).toBeVisible(
    PATIENCE,
  );
  await expect(lab).toHaveAttribute('data-ready', '', PATIENCE);
  await expect(tallies(lab).first()).toContainText('found');
  await expect(lab.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
});

test('a lab whose tab slept while it counted goes on counting, and can be taken hold of', async ({
  page,
}) => {
  const lab = await openLab(page, '?third=none&resolution=64');
  await lab.getByRole('combobox', { name: 'Scenes' }).selectOption('100');
  await lab.getByRole('button', { name: 'Start counting' }).click();
  const progress = lab.locator('measure-scenes progress');
  await expect(progress).toBeVisible();
  // Chromium lets some of a page's work end before it sleeps, now more and now less: how far it counts says nothing.
  await sleep(page, 1500);
  await expect(lab.getByText('Average precision after 100 scenes')).toBeVisible(PATIENCE);
  const scene = await drawing(lab);
  await lab.getByRole('button', { name: 'Next scene' }).click();
  await expect.poll(() => drawing(lab)).not.toBe(scene);
  await expect(lab).toHaveAttribute('data-ready', '', PATIENCE);
});

test('two labs in two tabs keep to themselves', async ({ page, context }) => {
  const second = await context.newPage();
  const [one, other] = await Promise.all([
    openLab(page, '?seed=3&third=none'),
    openLab(second, '?seed=4&third=none'),
  ]);
  const untouched = [await drawing(other), await counts(other)];
  await one.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page).toHaveURL(/edits=1_n0/);
  await expect(one).toHaveAttribute('data-ready', '', PATIENCE);
  await second.bringToFront();
  expect([await drawing(other), await counts(other)]).toEqual(untouched);
  expect(second.url()).not.toContain('edits');
  await second.close();
  // The engine of the one is not the engine of the other.
  await one.getByRole('button', { name: 'Next scene' }).click();
  await expect(page).toHaveURL(/seed=4/);
  await expect(one).toHaveAttribute('data-ready', '', PATIENCE);
  expect(await counts(one)).toEqual(untouched[1]);
});
