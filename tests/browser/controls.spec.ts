import { expect, test } from '@playwright/test';

test('a slider that may go no further shows where it is, not where it was dragged', async ({
  page,
}) => {
  await page.goto('lab/?sizeMin=10&sizeMax=12');
  const longest = page.locator('detection-lab input[name=sizeMax]');
  const set = (value: string) =>
    longest.evaluate((input: HTMLInputElement, to) => {
      input.value = to;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, value);
  // Twice: the second time the value stays the same, and with it everything that is drawn from it.
  for (let time = 0; time < 2; time++) {
    await set('4');
    await expect(longest).toHaveValue('10');
    await expect(longest).toHaveAttribute('aria-valuetext', '10 px');
  }
  const said = page.locator('detection-lab').getByText('so it is 10 px.');
  await expect(said).toBeVisible();
  await set('14');
  await expect(said).toHaveCount(0);
});

test('without the page’s colours a choice still shows, and follows while the page is open', async ({
  page,
}) => {
  await page.goto('embed/reads/?fit=page');
  const group = page.locator('spd-figure').getByRole('group', { name: 'Stride' });
  const looks = () =>
    group
      .locator('input')
      .evaluateAll((inputs) =>
        inputs.map((input) => [
          (input as HTMLInputElement).checked,
          getComputedStyle(input.nextElementSibling as Element).backgroundColor,
        ]),
      );
  await expect(group).toBeVisible();
  await page.emulateMedia({ forcedColors: 'active' });
  const shown = async () => {
    const all = await looks();
    const chosen = all.filter(([checked]) => checked).map(([, colour]) => colour);
    const others = all.filter(([checked]) => !checked).map(([, colour]) => colour);
    return chosen.length === 1 && others.length > 0 && !others.includes(chosen[0]);
  };
  await expect.poll(shown).toBe(true);
});
