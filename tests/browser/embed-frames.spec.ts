// Every figure in frames of three sizes, in a page of another origin: it fills them, and is led by message and key.
import { expect, test } from '@playwright/test';
import { figureNames } from '#lib/figures/index.ts';
import { host, lastStep, tell } from './lib/foreign-page.ts';

for (const name of figureNames) {
  test(`${name} fills frames of three sizes and starts no worker`, async ({ page, baseURL }) => {
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    const figure = await host(page, `${baseURL}embed/${name}/`);
    for (const [width, height] of [
      [1280, 720],
      [640, 360],
      [400, 300],
    ]) {
      await page.setViewportSize({ width: width + 50, height: height + 100 });
      await page.evaluate(
        ([width, height]) => {
          const frame = document.querySelector('iframe')!;
          frame.width = `${width}`;
          frame.height = `${height}`;
        },
        [width, height],
      );
      const look = () =>
        figure.locator('spd-figure').evaluate((player) => {
          const root = document.documentElement;
          const svg = player.querySelector('svg')!;
          const bar = player.shadowRoot!.querySelector('.bar')!.getBoundingClientRect();
          const boxes = [...svg.querySelectorAll<SVGGraphicsElement>('*')]
            .filter(
              (one) =>
                one.childElementCount === 0 && one.checkVisibility({ opacityProperty: true }),
            )
            .map((one) => one.getBoundingClientRect())
            .filter(({ width, height }) => width + height > 0);
          const box = {
            left: Math.min(...boxes.map(({ left }) => left)),
            right: Math.max(...boxes.map(({ right }) => right)),
            top: Math.min(...boxes.map(({ top }) => top)),
            bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
          };
          const { width, height } = svg.viewBox.baseVal;
          const scale = svg.getScreenCTM()!.a;
          const { clientWidth, clientHeight } = svg;
          const lines = [...svg.querySelectorAll('text')]
            .filter((one) => one.checkVisibility({ opacityProperty: true }))
            .map((one) => {
              const { left, right, top, bottom } = one.getBoundingClientRect();
              const size = Number.parseFloat(getComputedStyle(one).fontSize) * scale;
              return { left, right, middle: (top + bottom) / 2, size };
            });
          return {
            size: [innerWidth, innerHeight],
            scrolls: root.scrollHeight > innerHeight || root.scrollWidth > innerWidth,
            cut:
              box.left < -1 ||
              box.top < -1 ||
              box.right > innerWidth + 1 ||
              box.bottom > bar.top + 1,
            fills: Math.abs(scale - Math.min(clientWidth / width, clientHeight / height)) < 0.01,
            // The least of this figure's letters as they are seen.
            letters:
              Math.min(
                ...[...svg.querySelectorAll('text')].map((text) =>
                  Number.parseFloat(getComputedStyle(text).fontSize),
                ),
              ) *
                scale >
              8.99,
            // No line of letters touches the one below it.
            apart: lines.every((one, i) =>
              lines.every(
                (other, j) =>
                  i === j ||
                  Math.min(one.right, other.right) - Math.max(one.left, other.left) < 1 ||
                  one.middle === other.middle ||
                  Math.abs(one.middle - other.middle) > 0.85 * Math.max(one.size, other.size),
              ),
            ),
            // Of the frame; the rest is the bar and the margins.
            room: (clientWidth * clientHeight) / (innerWidth * innerHeight) > 0.75,
            barInside: bar.bottom <= innerHeight && bar.right <= innerWidth,
          };
        });
      await expect.poll(look).toEqual({
        size: [width, height],
        scrolls: false,
        cut: false,
        fills: true,
        letters: true,
        apart: true,
        room: true,
        barInside: true,
      });
    }
    await tell(page, { type: 'spd:goto', step: 0 });
    await figure.locator('.stage').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('PageDown');
    await expect.poll(() => lastStep(page)).toMatchObject({ step: 1 });
    // What is opened lies over the drawing, inside the frame.
    await figure.getByText('Settings', { exact: true }).click();
    const panel = figure.locator('details.settings > lazy-part');
    await expect(panel).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    expect(workers).toEqual([]);
  });
}
