import { expect, test } from './lib/test.ts';

test('a figure gives its code for exactly the settings shown, and the reader copies it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('embed/space-to-depth/?block=3&size=6&channels=1&fit=page');
  const panel = page.locator('spd-code');
  await page.getByText('Code for these settings').click();
  const program = panel.getByRole('region');
  await expect(program).toContainText('x = torch.arange(36).reshape(1, 6, 6, 1)');
  await panel.getByRole('button', { name: 'TensorFlow.js' }).click();
  await expect(program).toContainText('tf.reshape(x, [1, 2, 3, 2, 3, 1])');
  await page.getByRole('radio', { name: '2', exact: true }).first().check({ force: true });
  await expect(program).toContainText('tf.reshape(x, [1, 3, 2, 3, 2, 1])');
  await panel.getByRole('button', { name: 'Copy' }).click();
  await expect(panel.getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await program.textContent(),
  );
});
