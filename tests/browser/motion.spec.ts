import { expect, test } from '@playwright/test';

test('motion that is switched off while a figure plays ends at once, and comes back', async ({
  page,
}) => {
  await page.goto('embed/reads/?step=0');
  const figure = page.locator('spd-figure');
  await figure.getByLabel('Speed').selectOption('0.5');
  await figure.getByRole('button', { name: 'Play' }).click();
  const time = () => figure.evaluate((element) => (element as HTMLElement & { t: number }).t);
  await expect.poll(time).toBeGreaterThan(0);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  // From moment to moment, nothing between: every time that is seen is that of a named moment.
  const stops = await figure.evaluate((element) => {
    const { figure: one, values } = element as unknown as {
      figure: { stops(values: unknown): { t: number }[] };
      values: unknown;
    };
    return one.stops(values).map(({ t }) => t);
  });
  const seen = await figure.evaluate(async (element) => {
    const times = new Set<number>();
    for (let frame = 0; frame < 20; frame++) {
      await new Promise(requestAnimationFrame);
      times.add((element as HTMLElement & { t: number }).t);
    }
    return [...times];
  });
  for (const t of seen) expect(stops).toContain(t);
  await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();

  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(async () => stops.includes(await time())).toBe(false);
});

test('the two buttons over an explorer jump once motion is unwanted', async ({ page }) => {
  await page.goto('architectures/');
  const player = page.locator('spd-figure#architecture');
  await expect(player.getByRole('button', { name: 'Next moment' })).toBeVisible();
  const time = () => player.evaluate((element) => (element as HTMLElement & { t: number }).t);
  const [first] = await page.locator('spd-flip').getByRole('button').all();
  await first.click();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(time).toBeLessThan(0.5);
});

test('a theme that changes under an open page is followed by the widgets', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('embed/reads/?step=2');
  const button = page.locator('spd-figure').getByRole('button', { name: 'Next moment' });
  const colour = () => button.evaluate((element) => getComputedStyle(element).color);
  await expect(button).toBeVisible();
  const light = await colour();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(colour).not.toBe(light);
});
