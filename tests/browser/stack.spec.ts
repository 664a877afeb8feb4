import { expect, test } from './lib/test.ts';

test('two stacks are built by hand, the address and Back keep them, and both go to the training', async ({
  page,
}) => {
  // At the end two networks of three and four halvings draw their crops and learn.
  test.setTimeout(150_000);
  await page.goto('stack/');
  const first = page.getByRole('region', { name: 'First stack' });
  const second = page.getByRole('region', { name: 'Second stack' });
  const row = (name: string) => page.getByRole('row', { name });
  await expect(page.locator('.summary')).toContainText('4.0 times the work of the second');
  await expect(row('Most-read pixel')).toContainText('even25 : 1');
  // Counted in the worker.
  await expect(row('Condition number')).not.toContainText('counting', { timeout: 60_000 });

  // By keyboard: another way, another width, one stage less.
  await second.getByLabel('Stage 1: how it halves').selectOption('strided-6');
  await expect(row('Most-read pixel')).toContainText('1.78 : 1');
  await expect(page).toHaveURL(/second=strided-6\.16_strided\.32_strided\.64/);
  await second.getByLabel('Stage 2: channels written').fill('48');
  await second.getByRole('button', { name: 'Remove stage 3' }).press('Enter');
  await expect(page).toHaveURL(/second=strided-6\.16_strided\.48(&|$)/);
  await expect(row('Written in the end')).toContainText('16 × 16 × 48');

  // A link to it shows the same; Back undoes a step at a time.
  const sentence = await page.locator('.summary').textContent();
  await page.reload();
  await expect(page.locator('.summary')).toHaveText(sentence ?? '');
  await page.goBack();
  await expect(row('Written in the end')).toContainText('8 × 8 × 64');
  await expect(second.getByLabel('Stage 2: channels written')).toHaveValue('48');
  await page.goBack();
  await expect(second.getByLabel('Stage 2: channels written')).toHaveValue('32');
  await page.goBack();
  await expect(second.getByLabel('Stage 1: how it halves')).toHaveValue('strided');

  await page.getByRole('button', { name: 'The 6×6 in disguise' }).click();
  await expect(page.locator('.summary')).toContainText('Both cost the same work.');
  await first.getByRole('button', { name: 'Add a stage' }).click();
  await expect(first.getByLabel('Stage 4: channels written')).toHaveValue('128');
  await page.getByText('Code for these stacks').click();
  await expect(page.locator('spd-code').getByRole('region')).toContainText(
    'nn.Conv2d(256, 128, 3, 1, 1, bias=False)',
  );
  // The whole stack goes, and what it will be there is said before the click.
  const training = page.locator('p.train');
  await expect(training).toContainText(
    'SPD, 3×3 → SPD, 3×3 → SPD, 3×3 → SPD, 3×3 with 16, 32, 64, 128 channels',
  );
  await expect(training).toContainText('room for 4 halvings');
  await first.getByLabel('Stage 1: channels written').fill('256');
  await first.getByLabel('Stage 2: channels written').fill('256');
  await expect(training).toContainText('First stack costs too much work to learn in a browser');
  await first.getByLabel('Stage 1: channels written').fill('4');
  await first.getByLabel('Stage 2: channels written').fill('32');
  await expect(training).not.toContainText('too much');
  await page.getByRole('link', { name: 'Train both' }).click();
  const stages = page.getByRole('region', { name: 'Stages of the first network' });
  await expect(stages.getByRole('combobox')).toHaveCount(4);
  await expect(stages.getByLabel('Stage 1: channels written')).toHaveValue('4');
  await page.getByRole('button', { name: 'One step' }).click();
  await expect(page.getByText(/^Step 1 of 600/)).toBeVisible({ timeout: 90_000 });
  // A stage less, there: another network, whose price stands beside it.
  await stages.getByRole('button', { name: 'Remove stage 4' }).click();
  await expect(page).toHaveURL(/firstStages=spd\.4_spd\.32_spd\.64(&|$)/);
  await expect(page.getByRole('heading', { name: 'SPD, 3×3, 3 times' })).toBeVisible();
});
