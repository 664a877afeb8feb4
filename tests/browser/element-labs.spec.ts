// The labs in a page of another origin, by strideless.js, under a policy that lets in nothing but that script.
import { expect, type FrameLocator, test } from '@playwright/test';
import { open, said } from './lib/script-page.ts';

type Element = HTMLElement & { set(params: object): void };

test('a lab in a page of another origin: fetched near, as high as it is, in the page’s colours', async ({
  page,
  baseURL,
}) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await open(
    page,
    `${baseURL}strideless.js`,
    `<strideless-lab id="none" name="detect"></strideless-lab>
    ${'<p>far</p>'.repeat(200)}
    <strideless-lab id="lab" name="stack" channels="5"><p id="before">A link</p></strideless-lab>`,
  );
  await expect
    .poll(() => said(page, 'none', 'error'))
    .toMatchObject([{ message: expect.stringMatching(/no lab “detect”; there are lab,/) }]);
  const lab = page.locator('#lab');
  await expect(page.locator('#before')).toBeVisible();
  await expect(lab.locator('iframe')).toHaveCount(0);
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = 'dark';
  });
  // What is asked before it is there is done once it is.
  await lab.evaluate((one) => (one as Element).set({ size: 128 }));
  await lab.scrollIntoViewIfNeeded();
  await expect
    .poll(async () => (await said(page, 'lab', 'ready')).at(-1), { timeout: 30_000 })
    .toMatchObject({ name: 'stack', params: { channels: '5', size: '128' } });
  await expect(page.locator('#before')).toBeHidden();
  const inside = lab.frameLocator('iframe');
  const theme = () => inside.locator('html').getAttribute('data-theme');
  await expect.poll(theme).toBe('dark');
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = 'light';
  });
  await expect.poll(theme).toBe('light');
  await lab.evaluate((one) => one.setAttribute('theme', 'projector'));
  await expect.poll(theme).toBe('projector');
  // The frame grows with what it shows, so that nothing in it scrolls.
  const gap = () =>
    inside
      .locator('html')
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  await expect.poll(gap, { timeout: 20_000 }).toBe(0);
  expect(complaints).toEqual([]);
});

/** What shows that a lab works in its frame: its worker, its weights, its pictures. */
const works: Readonly<Record<string, (inside: FrameLocator) => Promise<void>>> = {
  lab: (inside) =>
    expect(inside.locator('detection-lab')).toHaveAttribute('data-ready', '', { timeout: 120_000 }),
  train: async (inside) => {
    await inside.getByRole('button', { name: 'One step' }).click();
    await expect(inside.getByText(/^Step 1 of/)).toBeVisible({ timeout: 90_000 });
  },
  classify: (inside) =>
    expect(inside.locator('.summary')).toHaveText(/^At 8 × 8 pixels they /, { timeout: 90_000 }),
  stack: (inside) => expect(inside.locator('.summary')).toContainText('work'),
};
const ASKED: Readonly<Record<string, { attributes: string; params: object }>> = {
  lab: { attributes: 'third="none" seed="3"', params: { third: 'none', seed: '3' } },
  train: { attributes: 'task="dot" examples="200"', params: { task: 'dot', examples: '200' } },
  classify: { attributes: 'side="8"', params: { side: '8' } },
  stack: { attributes: 'channels="5"', params: { channels: '5' } },
};

for (const [name, work] of Object.entries(works))
  test(`the lab “${name}” works in a page of another origin, and neither complains`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const { attributes, params } = ASKED[name];
    await open(
      page,
      `${baseURL}strideless.js`,
      `<strideless-lab id="lab" name="${name}" ${attributes}></strideless-lab>`,
    );
    await expect
      .poll(async () => (await said(page, 'lab', 'ready')).at(-1), { timeout: 60_000 })
      .toMatchObject({ name, params });
    const inside = page.locator('#lab').frameLocator('iframe');
    await work(inside);
    await expect(
      inside.getByRole('region', { name: 'Three experiments' }).getByRole('button'),
    ).toHaveCount(3);
    expect(await said(page, 'lab', 'error')).toEqual([]);
    expect(complaints).toEqual([]);
  });
