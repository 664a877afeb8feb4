// SVG to PNG when the site is built, by resvg: the same pixels on every machine.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { type About, pngTexts } from '#lib/export/index.ts';
import { trueTypeOf } from '#lib/export/woff.ts';
import { withTexts } from '#lib/png/text.ts';

/** Of the packages in which they come. */
const FACES = [
  'plex-sans/fonts/complete/woff/IBMPlexSans-Regular.woff',
  'plex-sans/fonts/complete/woff/IBMPlexSans-SemiBold.woff',
  'plex-mono/fonts/complete/woff/IBMPlexMono-Regular.woff',
  'plex-mono/fonts/complete/woff/IBMPlexMono-SemiBold.woff',
];

let files: string[] | undefined;

/** The typefaces as files, the only way in which resvg takes them; they go with this process. */
function faces(): string[] {
  if (files) return files;
  const folder = mkdtempSync(join(tmpdir(), 'strideless-faces-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  files = FACES.map((face, i) => {
    const file = join(folder, `${i}.ttf`);
    writeFileSync(file, trueTypeOf(readFileSync(join('node_modules', '@ibm', face))));
    return file;
  });
  return files;
}

/** A PNG file of an SVG file, so many pixels wide. */
export function pngOf(svg: string, width: number, about: About): Uint8Array<ArrayBuffer> {
  const drawing = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: faces(), defaultFontFamily: 'IBM Plex Sans' },
    fitTo: { mode: 'width', value: width },
  });
  return withTexts(drawing.render().asPng(), pngTexts(about));
}
