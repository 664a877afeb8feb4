// SVG files whose letters are outlines, pixel by pixel: as Chromium sets the letters, and as a program draws them that has none of
// the typefaces.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { DOMParser } from 'linkedom';
import { difference, type Seen, WHOLE } from '#commands/same-picture/seen.ts';
import { outliner } from '#lib/export/outlines.ts';
import { base64 } from '#lib/files/base64.ts';
import { faces } from '../../site/posters/faces.ts';
import { toolSays } from './lib/tool.ts';

const dist = process.env.SITE_FOLDER ?? 'dist';
/** Both faces, both weights, all anchors, raised digits, numbers in cells; tests/unit/export/outlines.test.ts has all figures. */
const FIGURES = ['block', 'footprint', 'yaml-rows'];
/** Most of the pixels that may differ: in Chromium, and where another program draws the lines. */
const LIMITS = { chromium: 0.002, other: 0.025 };

// At its own size Chromium sets each line of a text on whole pixels: here these are a quarter of a px.
test.use({ deviceScaleFactor: 4 });

const sizeOf = (svg: string) => {
  const [, width, height] = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
};

function outlined(svg: string, outline: (root: Element) => void): string {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml')
    .documentElement as unknown as Element;
  outline(root);
  return root.outerHTML;
}

/** As Chromium draws it, with the typefaces in the page. */
async function seen(page: Page, svg: string): Promise<Seen> {
  await page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, svg);
  const { width, height } = sizeOf(svg);
  return { png: await page.screenshot({ clip: { x: 0, y: 0, width, height } }), at: WHOLE };
}

test('letters as outlines stand where Chromium sets them, in programs without the typefaces too', {
  tag: '@long',
}, async ({ page }) => {
  test.setTimeout(120_000);
  const all = faces();
  await page.setViewportSize({ width: 900, height: 1000 });
  await page.setContent('<!doctype html><body style="margin: 0">');
  await page.evaluate(
    (given) =>
      Promise.all(
        given.map(async ({ family, weight, woff }) => {
          const face = new FontFace(family, `url(data:font/woff;base64,${woff})`, { weight });
          document.fonts.add(await face.load());
        }),
      ),
    all.map(({ family, weight, woff }) => ({ family, weight: `${weight}`, woff: base64(woff) })),
  );
  const outline = await outliner(all);
  const folder = test.info().outputPath('bare');
  mkdirSync(folder, { recursive: true });
  // Whatever a text names is drawn by a typeface that has no such letters.
  const bare = join(folder, 'fonts.conf');
  writeFileSync(bare, '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>');
  const byOther = (svg: string): Seen | undefined => {
    const [from, to] = [join(folder, 'a.svg'), join(folder, 'a.png')];
    writeFileSync(from, svg);
    const environment = { FONTCONFIG_FILE: bare };
    const said = toolSays('rsvg-convert', ['-z', '2', '-o', to, from], environment);
    return said === undefined ? undefined : { png: readFileSync(to), at: WHOLE };
  };
  for (const name of FIGURES) {
    const text = readFileSync(join(dist, 'posters', `${name}.svg`), 'utf8');
    const shapes = outlined(text, outline);
    expect(shapes).not.toContain('<text');
    const size = sizeOf(text);
    const page1 = await seen(page, text);
    const apart = await difference(page, page1, await seen(page, shapes), size);
    expect(apart, name).toBeLessThan(LIMITS.chromium);
    const other = byOther(shapes);
    if (other) expect(await difference(page, page1, other, size), name).toBeLessThan(LIMITS.other);
  }
  // The limits tell letters that stand elsewhere, and letters that are not there.
  const text = readFileSync(join(dist, 'posters', 'disguise.svg'), 'utf8');
  const size = sizeOf(text);
  const right = await seen(page, text);
  const shifted = outlined(text.replaceAll('text-anchor="middle"', ''), outline);
  expect(await difference(page, right, await seen(page, shifted), size)).toBeGreaterThan(
    LIMITS.other,
  );
  const without = byOther(text);
  if (without) expect(await difference(page, right, without, size)).toBeGreaterThan(LIMITS.other);
});

test('the menu and the dialog save them where somebody asks, and only then is it fetched what sets letters', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const isSetter = () => asked.some((address) => /harfbuzz[^/]*\.wasm/.test(address));
  await page.goto('embed/space-to-depth/?step=2');
  const figure = page.locator('spd-figure');
  await figure.getByText('Share', { exact: true }).click();
  const save = async () => {
    const saving = page.waitForEvent('download');
    await figure.getByRole('button', { name: 'Download SVG' }).click();
    const file = await saving;
    return { name: file.suggestedFilename(), svg: readFileSync(await file.path(), 'utf8') };
  };
  const plain = await save();
  expect(plain.name).toBe('space-to-depth_step-2_light.svg');
  expect(plain.svg).toContain('<text');
  expect(isSetter()).toBe(false);
  await figure.getByLabel('SVG with letters as outlines').check();
  const shapes = await save();
  expect(isSetter()).toBe(true);
  expect(shapes.name).toBe('space-to-depth_step-2_light_outlines.svg');
  expect(shapes.svg).not.toMatch(/<text|@font-face/);
  expect(shapes.svg).toContain('step=2 (');
  expect(shapes.svg).toContain('theme=light');

  await figure.getByRole('button', { name: 'Slides, PDF, GIF, film…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save for a talk' });
  const choice = dialog.getByLabel('Letters as outlines');
  await expect(choice).toHaveCount(0);
  await dialog.getByRole('radio', { name: 'SVG' }).check();
  await choice.check();
  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const files = unzipSync(readFileSync(await (await saving).path()));
  const names = Object.keys(files);
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => !name.endsWith('_light_outlines.svg'))).toEqual([]);
  for (const bytes of Object.values(files)) {
    expect(strFromU8(bytes)).not.toMatch(/<text|@font-face/);
    expect(strFromU8(bytes)).toContain('<path');
  }
});
