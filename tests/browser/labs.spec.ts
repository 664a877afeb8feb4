// The ways to the labs, and labs side by side in somebody's page.
import { expect, test as plain } from '@playwright/test';
import { neighbour } from './lib/neighbour.ts';
import { test } from './lib/test.ts';

const LABS = ['The detection lab', 'Train both yourself', 'Classification lab', 'Build a stack'];

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every page leads to the labs, and each lab to the others', async ({ page }) => {
    await page.goto('chapters/reads/');
    const header = page.getByRole('navigation', { name: 'Site' });
    await header.getByRole('link', { name: 'Labs' }).click();
    await expect(page.locator('main h2')).toHaveText(LABS);
    for (const picture of await page.locator('main section img').all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBe(128);
    }
    for (const list of await page.locator('main ul').all())
      await expect(list.getByRole('link')).toHaveCount(3);
    await page.getByRole('heading', { name: 'Build a stack' }).getByRole('link').click();
    await expect(header.locator('[aria-current=true]')).toHaveText('Labs');
    const others = page.getByRole('navigation', { name: 'From lab to lab' });
    for (const [name, title] of [
      ['Detect', LABS[0]],
      ['Train', LABS[1]],
      ['Classify', LABS[2]],
      ['Stack', LABS[3]],
    ]) {
      await others.getByRole('link', { name }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(others.locator('[aria-current=page]')).toHaveText(name);
    }
  });
});

test('an experiment is a link to its settings', async ({ page }) => {
  await page.goto('labs/');
  await page.getByRole('link', { name: 'The 6×6 in disguise' }).click();
  await expect(page.getByLabel('Stage 1: how it halves').nth(1)).toHaveValue('strided-6');
  // A fair rival costs the same, and stands in the address.
  await page.getByRole('button', { name: 'The same widths' }).click();
  await page.getByRole('button', { name: 'Equal work' }).click();
  await expect(page.locator('stack-lab .summary, stack-lab [role=status]').first()).toContainText(
    'Both cost the same work.',
  );
  await expect(page).toHaveURL(/second=strided\.(?!16_)/);
});

test('every lab says what it is in one sentence, and begins with three experiments that set it', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('labs/');
  const sections = await page.locator('main section').all();
  const labs = [];
  for (const section of sections) {
    const links = section.getByRole('listitem').getByRole('link');
    labs.push({
      path: (await section.getByRole('heading').getByRole('link').getAttribute('href'))!,
      sentence: (await section.locator('p').first().textContent())!,
      titles: await links.allTextContents(),
      addresses: await links.evaluateAll((all: HTMLAnchorElement[]) => all.map(({ href }) => href)),
    });
  }
  expect(labs).toHaveLength(LABS.length);
  const settings = (address: string) => Object.fromEntries(new URL(address).searchParams);
  for (const { path, sentence, titles, addresses } of labs) {
    expect(sentence).toMatch(/^[^.?!]+\.$/);
    await page.goto(path);
    await expect(page.locator('header .question')).toHaveText(sentence);
    const buttons = page.getByRole('region', { name: 'Three experiments' }).getByRole('button');
    await expect(buttons).toHaveText(titles);
    // From the last to the first: that is where a lab already stands, or nowhere.
    for (const i of [2, 1, 0]) {
      await buttons.nth(i).click();
      await expect.poll(() => settings(page.url())).toEqual(settings(addresses[i]));
    }
  }
});

plain(
  'two labs side by side in frames both work, and can be scrolled',
  async ({ page, baseURL }) => {
    plain.setTimeout(180_000);
    const frame = (path: string, title: string) =>
      `<iframe src="${baseURL}embed/${path}" title="${title}" width="600" height="500"></iframe>`;
    const site = await neighbour(
      `<!doctype html><title>Theirs</title>${frame('lab/?seed=3&third=none&theme=dark', 'one')}${frame('train/?task=dot&steps=100', 'two')}`,
    );
    page.once('close', site.close);
    await page.goto(site.url);
    const [one, two] = ['one', 'two'].map((title) => page.frameLocator(`iframe[title=${title}]`));
    await two.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(one.locator('detection-lab')).toHaveAttribute('data-ready', '', {
      timeout: 120_000,
    });
    await expect(one.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(two.getByText(/^Step 100 of 100/)).toBeVisible({ timeout: 120_000 });
    await one.getByRole('button', { name: 'Next scene' }).click();
    await expect(one.getByLabel('Scene', { exact: true })).toHaveValue('4');
    await one.getByRole('button', { name: 'Start counting' }).scrollIntoViewIfNeeded();
    await expect(one.getByRole('button', { name: 'Start counting' })).toBeInViewport();
  },
);
