import type { Locator, Page } from '@playwright/test';
import { faint } from './faint.ts';
import { expect } from './test.ts';

/** A reader at a desk, at a low one, with a tablet, and on a phone; and the least size of letters in a drawing there, px. */
export const screens = [
  { width: 1440, height: 900, letters: 12 },
  { width: 1280, height: 720, letters: 0 },
  { width: 768, height: 1024, letters: 10 },
  { width: 390, height: 844, letters: 10 },
];

/** All that is looked at in a chapter; the stages of `detector-flow` are measured one by one in flow.spec.ts. */
const FIGURES = 'spd-figure, .chart, .line-up, .looks, should-i-use, weights-converter';
const ELSEWHERE = 'detector-flow, .quote';

/** A figure as it stands on the screen, px. */
interface Seen {
  /** From the top of its drawing to the end of its caption and of the controls that matter. */
  height: number;
  /** The smallest letters of its drawing; infinite where it has none. */
  letters: number;
  /** How much of the width that it has is drawn on, of 1. */
  filled: number;
}

/** In the page. */
function look(figure: Element): Seen {
  const shown = (name: string) => [
    ...figure.querySelectorAll(name),
    ...(figure.shadowRoot?.querySelectorAll(name) ?? []),
  ];
  // Tables of a chart's numbers, and what waits behind "More", stand below.
  const parts = figure.matches('spd-figure')
    ? shown('svg[role=img], .figure-caption, .below > :is(.transport, .presets, .controls)')
    : figure.matches('.chart')
      ? shown('fieldset, chart-switch > .panel, figcaption, .keys')
      : [figure];
  const boxes = parts
    .filter((part) => part.checkVisibility())
    .map((part) => part.getBoundingClientRect())
    .filter(({ height }) => height > 0);
  const svg = shown('svg[role=img]').find((one) => one.checkVisibility()) as SVGSVGElement;
  const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
  const sizes = [...(svg?.querySelectorAll('text') ?? [])].map((text) =>
    Number.parseFloat(getComputedStyle(text).fontSize),
  );
  const marks = [...(svg?.querySelectorAll('rect, path, text, image, circle') ?? [])]
    .filter((mark) => mark.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((mark) => mark.getBoundingClientRect());
  const [left, right] = [
    Math.min(...marks.map((box) => box.left)),
    Math.max(...marks.map((box) => box.right)),
  ];
  return {
    height:
      Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top)),
    letters: Math.min(...sizes) * scale,
    filled: svg ? (right - left) / figure.getBoundingClientRect().width : 1,
  };
}

/** What is a figure for a reader, and for none of the tests. */
const unmeasured = (page: Page) =>
  page.locator('main figure').evaluateAll(
    (all, known) =>
      all
        .filter((one) => !one.closest(known) && !one.querySelector(known))
        .filter((one) => one.getRootNode() === document)
        .map((one) => one.outerHTML.slice(0, 80)),
    `${FIGURES}, ${ELSEWHERE}`,
  );

async function arrived(figure: Locator): Promise<void> {
  await figure.evaluate((element) => element.scrollIntoView());
  if (await figure.evaluate((element) => element.matches('spd-figure')))
    await expect(figure.locator('.transport')).toHaveCount(1);
  await expect.poll(() => figure.evaluate((element) => element.matches(':defined'))).toBe(true);
}

/**
 * Each figure of a chapter, its caption and its controls fit one screen, its letters can be read, and it does not leave
 * half of its width blank.
 */
export async function figuresFit(page: Page): Promise<void> {
  expect(await unmeasured(page)).toEqual([]);
  const figures = await page.locator('main').locator(FIGURES).all();
  for (const figure of figures) await arrived(figure);
  for (const { width, height, letters } of screens) {
    await page.setViewportSize({ width, height });
    for (const figure of figures) {
      const seen = await figure
        .evaluate(
          (element) =>
            new Promise<void>((resolve) => {
              element.scrollIntoView();
              requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
            }),
        )
        .then(() => figure.evaluate(look));
      const name = await figure.evaluate(({ id, localName }) => `${localName} ${id}`);
      const at = `${name} at ${width} × ${height}`;
      expect.soft(seen.height, at).toBeLessThanOrEqual(height);
      expect.soft(seen.letters, `letters of ${at}`).toBeGreaterThanOrEqual(letters - 0.05);
      if (width === screens[0].width)
        expect.soft(seen.filled, `width of ${at}`).toBeGreaterThan(0.5);
    }
  }
  await page.setViewportSize(screens[0]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const figure of await page.locator('spd-figure').all())
      expect
        .soft(
          await faint(figure.locator('svg').first()),
          `${await figure.getAttribute('id')}, ${colorScheme}`,
        )
        .toEqual([]);
  }
}
