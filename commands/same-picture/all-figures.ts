// Every figure as an SVG file, as the programs show it that others have: each of them draws all files in one run.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { figureNames, type Size } from '#lib/figures/index.ts';
import { root } from '../lib/machine.mjs';
import { drawing, embedded } from './places.ts';
import { isInstalled, pdfPage, run, WIDTH } from './programs.ts';
import { difference, type Seen, WHOLE } from './seen.ts';

interface Drawer {
  needs: readonly string[];
  /** Most of the pixels that may differ: LibreOffice sets letters on whole pixels of its own. */
  limit: number;
  /** Draws all of these SVG files in the folder; then says how it drew each. */
  draw(folder: string, names: readonly string[]): (name: string, size: Size) => Seen;
}

const fileOf = (name: string) => `${name}.svg`;

export const DRAWERS: Record<string, Drawer> = {
  'rsvg-convert': {
    needs: ['rsvg-convert'],
    limit: 0.025,
    draw: (folder) => (name) => {
      const to = join(folder, `${name}-rsvg.png`);
      run(folder, 'rsvg-convert', ['-w', String(WIDTH), '-o', to, join(folder, fileOf(name))]);
      return { png: readFileSync(to), at: WHOLE };
    },
  },
  Inkscape: {
    needs: ['inkscape'],
    limit: 0.025,
    draw: (folder, names) => {
      const files = names.map((name) => join(folder, fileOf(name)));
      run(folder, 'inkscape', ['--export-type=png', `--export-width=${WIDTH}`, ...files]);
      return (name) => ({ png: readFileSync(join(folder, `${name}.png`)), at: WHOLE });
    },
  },
  LibreOffice: {
    needs: ['soffice', 'pdftoppm'],
    limit: 0.08,
    draw: (folder, names) => {
      const files = names.map((name) => join(folder, fileOf(name)));
      run(folder, 'soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
      // Its page is a pixel larger than what is drawn on it.
      return (name, { width, height }) => ({
        png: pdfPage(folder, join(folder, `${name}.pdf`), 1),
        at: { x: 0, y: 0, width: width / (width + 1), height: height / (height + 1) },
      });
    },
  },
};

/** The file that the build wrote, and the page that shows the same, at the same moment. */
export async function pictured(
  page: Page,
  { site, name, dist = join(root, 'dist') }: { site: string; name: string; dist?: string },
): Promise<{ svg: string; size: Size; seen: Seen }> {
  const svg = readFileSync(join(dist, 'posters', fileOf(name)), 'utf8');
  const [, width, height] = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const shown = await embedded(page, `${site}embed/${name}/?theme=light&fit=page`);
  return {
    svg,
    size: { width: Number(width), height: Number(height) },
    seen: await drawing(shown),
  };
}

export interface FigureRow {
  name: string;
  difference: number;
  limit: number;
}

/** A row for each figure and each program that is there. */
export async function compareAll(
  page: Page,
  { site, folder }: { site: string; folder: string },
): Promise<{ rows: FigureRow[]; skipped: string[] }> {
  const pictures = new Map<string, Awaited<ReturnType<typeof pictured>>>();
  for (const name of figureNames) {
    const picture = await pictured(page, { site, name });
    pictures.set(name, picture);
    writeFileSync(join(folder, fileOf(name)), picture.svg);
  }
  const rows: FigureRow[] = [];
  const skipped: string[] = [];
  for (const [program, { needs, limit, draw }] of Object.entries(DRAWERS)) {
    const missing = needs.filter((one) => !isInstalled(one));
    if (missing.length > 0) {
      skipped.push(`SVG of every figure, ${program}: no ${missing.join(', ')}`);
      continue;
    }
    const drawn = draw(folder, figureNames);
    for (const [name, { seen, size }] of pictures)
      rows.push({
        name: `${name}, ${program}`,
        difference: await difference(page, seen, drawn(name, size), size),
        limit,
      });
  }
  return { rows, skipped };
}
