// In a frame of 16:9 in the projector theme. The letters of all moments are measured without a browser
// (tests/unit/figures/all.test.ts); here are the real typefaces, the controls and the room that they leave.
import { expect, test } from '@playwright/test';
import { figureNames } from '#lib/figures/index.ts';

test('on a projector every letter of every figure is a thirtieth of the height, whole, and on no other', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 720 });
  const faults: string[] = [];
  for (const [i, name] of figureNames.entries()) {
    // The layout of the theme can be had in other colours.
    const look = i % 2 === 0 ? 'theme=projector' : 'theme=dark&layout=projector';
    await page.goto(`embed/${name}/?${look}&at=1`);
    const figure = page.locator('spd-figure');
    await expect(figure.locator('> svg[data-layout=projector]')).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    const found = await figure.evaluate((element) => {
      const svg = element.querySelector('svg') as SVGSVGElement;
      const scale = svg.getScreenCTM()?.a ?? 0;
      const seen = [...svg.querySelectorAll('text')].filter(
        (text) =>
          text.textContent &&
          Number(text.getAttribute('opacity') ?? 1) > 0.5 &&
          !text.closest('[visibility=hidden]'),
      );
      const out: string[] = [];
      const say = (text: Element, what: string) => out.push(`${what}: ${text.textContent?.trim()}`);
      // Without the room above and below the letters.
      const boxes = seen.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        const part = (bottom - top) / 4;
        return { text, left: left + 1, right: right - 1, top: top + part, bottom: bottom - part };
      });
      const { height } = document.documentElement.getBoundingClientRect();
      for (const [i, a] of boxes.entries()) {
        if (Number(a.text.getAttribute('font-size')) * scale < height / 30 - 0.05)
          say(a.text, 'small');
        if (a.left < 0 || a.right > innerWidth || a.top < 0 || a.bottom > innerHeight)
          say(a.text, 'cut off');
        for (const b of boxes.slice(i + 1))
          if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
            say(a.text, `on “${b.text.textContent}”`);
      }
      for (const control of element.shadowRoot?.querySelectorAll('.bar *') ?? []) {
        const own = [...control.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        );
        if (
          own &&
          control.checkVisibility() &&
          Number.parseFloat(getComputedStyle(control).fontSize) < height / 30 - 0.05
        )
          say(control, 'a small control');
      }
      return out;
    });
    faults.push(...found.map((fault) => `${name}, ${fault}`));
  }
  expect(faults).toEqual([]);
});
