// SVG to PNG when the site is built, by resvg: the same pixels on every machine.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { type About, pngTexts } from '#lib/export/index.ts';
import { trueTypeOf } from '#lib/export/woff.ts';
import { withTexts } from '#lib/png/text.ts';
import { faces } from './faces.ts';

let files: string[] | undefined;

/** The typefaces as files, the only way in which resvg takes them; they go with this process. */
function faceFiles(): string[] {
  if (files) return files;
  const folder = mkdtempSync(join(tmpdir(), 'strideless-faces-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  files = faces().map(({ woff }, i) => {
    const file = join(folder, `${i}.ttf`);
    writeFileSync(file, trueTypeOf(woff));
    return file;
  });
  return files;
}

function render(svg: string, width: number) {
  const drawing = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: faceFiles(), defaultFontFamily: 'IBM Plex Sans' },
    fitTo: { mode: 'width', value: width },
  });
  return drawing.render();
}

/** A PNG file of an SVG file, so many pixels wide. */
export function pngOf(svg: string, width: number, about: About): Uint8Array<ArrayBuffer> {
  return withTexts(render(svg, width).asPng(), pngTexts(about));
}

/** Its pixels, RGBA, row by row. */
export function pixelsOf(svg: string, width: number) {
  const { pixels, width: columns, height } = render(svg, width);
  return { pixels: new Uint8ClampedArray(pixels), width: columns, height };
}
