import { layOut } from './lib/lay-out.ts';
import { expect, test } from './lib/test.ts';

test('a code block copies as it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('chapters/reads/');
  const block = page.locator('.code').first();
  await block.hover();
  await block.getByRole('button').click();
  await expect(block.getByRole('button')).toHaveText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('import torch.nn.functional as F\n');
  expect(copied).toBe(await block.locator('pre').evaluate((pre) => pre.textContent));
});

test('a line of a program begins as far in as it was written, on a phone too', async ({ page }) => {
  await page.goto('chapters/use-it/');
  await layOut(page);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const wrong = await page.locator('pre .line').evaluateAll((lines) =>
      lines.flatMap((line) => {
        const indent = /^ */.exec(line.textContent)![0].length;
        if (line.textContent.length === indent) return [];
        // The first letter that is no space, in whichever token it stands.
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let left = indent;
        let text = walker.nextNode() as Text;
        while (left >= text.length) {
          left -= text.length;
          text = walker.nextNode() as Text;
        }
        const letter = document.createRange();
        letter.setStart(text, left);
        letter.setEnd(text, left + 1);
        const { left: x, width: ch } = letter.getBoundingClientRect();
        const is = (x - line.getBoundingClientRect().left) / ch;
        return Math.abs(is - indent) > 0.1 ? [`${line.textContent}: ${is}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  }
});

test('on a wide screen notes stand in the margin, on a phone in the text', async ({ page }) => {
  const left = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((e) => e.getBoundingClientRect().left);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('chapters/space-to-depth/');
  // The first note is said behind a bet.
  await page.locator('#predict-space-to-depth-shape summary').click();
  const column = await page
    .locator('.prose > p')
    .first()
    .evaluate((e) => e.getBoundingClientRect().right);
  expect(await left('.note')).toBeGreaterThan(column);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await left('.note')).toBe(await left('.prose > p'));
});

test('the text column holds 65 to 75 characters', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('chapters/reads/');
  const characters = await page.locator('.prose').evaluate((prose) => {
    const probe = document.createElement('span');
    // The mean width of a letter in the chapter's own text.
    probe.textContent = [...prose.querySelectorAll(':scope > p')]
      .map((p) => p.textContent)
      .join(' ')
      .slice(0, 2000);
    probe.style.cssText = 'white-space: nowrap; position: absolute; visibility: hidden';
    prose.append(probe);
    const mean = probe.getBoundingClientRect().width / probe.textContent.length;
    probe.remove();
    return prose.clientWidth / mean;
  });
  expect(characters).toBeGreaterThan(64);
  expect(characters).toBeLessThan(76);
});

test('the table of contents marks the section being read', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('chapters/reads/');
  const mark = page.locator('.contents a[aria-current]');
  // Figures above may still grow on a busy machine, and take the heading with them.
  await expect(async () => {
    await page
      .locator('#does-a-stride-skip-pixels')
      .evaluate((heading) => heading.scrollIntoView());
    await expect(mark).toHaveText('Does a stride skip pixels?', { timeout: 1000 });
  }).toPass({ timeout: 20_000 });

  // Sections that are jumped over count as read, and those that are gone back over do not.
  const jump = (to: string) => page.locator(to).evaluate((place) => place.scrollIntoView());
  await jump('.site-footer');
  await expect(mark).toHaveText('References');
  await jump('.site-header');
  await expect(mark).toHaveCount(0);
});

test('what is further down is laid out once a reader moves and there is time, and a link into it leads there', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // Time comes when the test says so.
    const acts: IdleRequestCallback[] = [];
    window.requestIdleCallback = (act) => acts.push(act);
    Object.assign(window, {
      passTime: async () => {
        for (let act = acts.shift(); act; act = acts.shift()) {
          act({} as IdleDeadline);
          await new Promise(requestAnimationFrame);
        }
      },
    });
  });
  await page.goto('chapters/focus/');
  const last = page.locator('.prose > p a').last();
  const laidOut = () => last.evaluate((a) => a.checkVisibility({ contentVisibilityAuto: true }));
  expect(await laidOut()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await laidOut()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate('passTime()');
  expect(await laidOut()).toBe(false);
  await page.mouse.move(100, 100);
  await page.evaluate('passTime()');
  expect(await laidOut()).toBe(true);

  const ids = await page.locator('.prose > h2').evaluateAll((all) => all.map(({ id }) => id));
  await page.goto('about:blank');
  await page.goto(`chapters/focus/#${ids.at(-1)}`);
  await expect(page.locator(`#${ids.at(-1)}`)).toBeInViewport();
});

test('printed, every answer is open and the furniture is gone', async ({ page }) => {
  await page.goto('chapters/reads/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('predict-answer .answer').first()).toBeVisible();
  await expect(page.locator('.site-header nav')).toBeHidden();
});

test('on paper everything has been said: the line-up is complete, and every stage of the detector stands there', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('chapters/who-did-it/');
  const lineUp = page.locator('.line-up');
  const parts = lineUp.locator('ol .name, ol .track i, ul strong');
  await expect(page.locator('reading-passage:defined')).not.toHaveCount(0);
  expect(await parts.count()).toBeGreaterThan(30);
  for (const part of await parts.all()) await expect(part).toBeVisible();
  await page.goto('chapters/detectors/');
  const flow = page.locator('detector-flow');
  await flow.scrollIntoViewIfNeeded();
  await expect(page.locator('detector-flow:defined')).toHaveCount(1);
  await expect(flow.locator('ol > li')).toHaveCount(7);
  for (const stage of await flow.locator('ol > li').all()) await expect(stage).toBeVisible();
  await expect(flow.getByRole('tablist')).toBeHidden();
});

test('an unknown address gets a page that leads back', async ({ page, complaints }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const response = await page.goto('no/such/page/');
  expect(response?.status()).toBe(404);
  // A short page ends where the window does.
  const below = await page
    .locator('.site-footer')
    .evaluate((foot) => innerHeight - foot.getBoundingClientRect().bottom);
  expect(Math.abs(below)).toBeLessThan(2);
  await page.getByRole('link', { name: 'Back to the beginning' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Where did the small things go?',
  );
  // The browser itself reports the 404.
  expect(complaints.splice(0)).toHaveLength(1);
});
