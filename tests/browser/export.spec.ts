import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';

/** The share of pixels that differ by more than a shade (12 of 255 in any channel) between two PNGs of one size. */
async function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async ([a, b]) => {
      const pixels = async (base64: string) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      };
      const [first, second] = [await pixels(a), await pixels(b)];
      if (first.width !== second.width || first.height !== second.height) return 1;
      let differing = 0;
      for (let i = 0; i < first.data.length; i += 4) {
        const apart = [0, 1, 2].some((c) => Math.abs(first.data[i + c] - second.data[i + c]) > 12);
        if (apart) differing++;
      }
      return differing / (first.width * first.height);
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

const moments = [
  ['reads', '?step=2', 'light'],
  ['reads', '?kernel=6&stride=2', 'dark'],
  ['space-to-depth', '?step=1', 'light'],
  ['space-to-depth', '?block=3&size=12', 'projector'],
];

for (const [name, query, theme] of moments) {
  test(`${name}${query} in ${theme}: the saved SVG is the same picture in a bare <img>`, async ({
    page,
    baseURL,
  }) => {
    await page.setViewportSize({ width: 784, height: 1200 });
    await page.goto(`embed/${name}/${query}&theme=${theme}&fit=page`);
    const figure = page.locator('spd-figure');
    await figure.getByText('Share').click();
    const saving = page.waitForEvent('download');
    await figure.getByRole('button', { name: 'Download SVG' }).click();
    const file = await readFile(await (await saving).path());
    expect(file.toString()).not.toMatch(/(?:href|src)=|url\((?!data:)/);
    await figure.getByText('Share').click();
    await page.evaluate(() => document.fonts.ready);
    const drawing = figure.locator('> svg');
    // The projector's margins grow with the window: with letters of one size they stay, whole pixels.
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '16px';
    });
    // One px of the layout is one pixel of the screen, whatever the theme's margins: else every edge is blurred, each its own way.
    const missing = await drawing.evaluate(
      (svg: SVGSVGElement) => svg.viewBox.baseVal.width - svg.getBoundingClientRect().width,
    );
    await page.setViewportSize({ width: Math.round(784 + missing), height: 1200 });
    const box = await drawing.boundingBox();
    if (!box) throw new Error('the figure is not drawn');
    // At the same place of an otherwise empty page, so that no edge falls between other pixels.
    const seen = await page.screenshot({ clip: box });
    await page.route('**/alone.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>alone</title><body style="margin:0"><img alt="" style="position:absolute;left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px" src="data:image/svg+xml;base64,${file.toString('base64')}">`,
      }),
    );
    await page.goto(`${baseURL}alone.html`);
    await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    const alone = await page.screenshot({ clip: box });
    expect(await difference(page, seen, alone)).toBeLessThan(0.01);
  });
}
