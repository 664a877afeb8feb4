// npm run same-picture: one moment of a figure on its page, embedded, on a slide, and in each kind of file as other programs show it,
// compared pixel by pixel; and the SVG file of every figure, as they show it. It needs a built site. What is not installed is skipped, and named.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { USUAL } from '#components/figure/export/formats.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { loadFigure } from '#lib/figures/index.ts';
import { type AnyValues, defaults } from '#lib/parameters/index.ts';
import { openWorkshop } from './export.ts';
import { flags } from './lib/chromium.mjs';
import { installChromium, root } from './lib/machine.mjs';
import { serve } from './lib/serve.mjs';
import { report } from './report.ts';
import { compareAll } from './same-picture/all-figures.ts';
import { PLACES } from './same-picture/places.ts';
import { type Files, isInstalled, PROGRAMS } from './same-picture/programs.ts';
import { difference, type Seen } from './same-picture/seen.ts';

/** Pixels as pictures, lines, cells in colours and two sizes of type: all that a figure has. */
const [FIGURE, STEP] = ['space-to-depth', 2] as const;
/** Another moment, which must not pass for this one. */
const OTHER = 1;
const FORMATS = ['png', 'svg', 'pdf', 'pptx', 'gif', 'mp4'] as const;
/** Most of the pixels that may differ: where Chromium draws, and where another program does. */
const LIMITS = { same: 0.02, other: 0.04 };

export interface Row {
  name: string;
  /** Part of the pixels that differ from the page's. */
  difference: number;
  limit: number;
  /** The same for the other moment, which has to be beyond the limit. */
  otherMoment?: number;
}

async function filesOf(): Promise<Files> {
  const workshop = await openWorkshop();
  try {
    const files: Partial<Files> = {};
    for (const format of FORMATS) {
      const { bytes } = await workshop.make({
        figure: FIGURE,
        parameters: {},
        format,
        theme: 'light',
        transparent: false,
        outlines: false,
        size: USUAL[format],
        from: STEP,
        to: STEP,
        speed: 1,
        site: '',
      });
      files[format] = bytes;
    }
    return files as Files;
  } finally {
    await workshop.close();
  }
}

/** A row for each place and each program that is there. */
async function compare(site: string, folder: string): Promise<{ rows: Row[]; skipped: string[] }> {
  const figure = await loadFigure(FIGURE, english);
  const values: AnyValues = defaults(figure.parameters);
  const size = figure.size(values, { layout: 'wide' });
  const slide = figure.size(values, { layout: 'projector' });
  const browser = await chromium.launch({ executablePath: installChromium(), args: flags });
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 900 },
      deviceScaleFactor: 2,
      reducedMotion: 'reduce',
    });
    const at = (step: number, place: string) => PLACES[place](page, { site, figure: FIGURE, step });
    const usual = { seen: await at(STEP, 'page'), other: await at(OTHER, 'page'), size };
    const large = { seen: await at(STEP, 'large'), other: await at(OTHER, 'large'), size: slide };
    const rows: Row[] = [];
    const judge = async (name: string, seen: Seen, limit: number, like = usual) =>
      rows.push({
        name,
        difference: await difference(page, like.seen, seen, like.size),
        limit,
        otherMoment: await difference(page, like.other, seen, like.size),
      });
    await judge('embedded', await at(STEP, 'embedded'), LIMITS.same);
    await judge('deck', await at(STEP, 'deck'), LIMITS.same, large);
    const files = await filesOf();
    const skipped: string[] = [];
    for (const [name, { needs, look }] of Object.entries(PROGRAMS)) {
      const missing = needs.filter((program) => !isInstalled(program));
      if (missing.length > 0) skipped.push(`${name}: no ${missing.join(', ')}`);
      else {
        const seen = await look({ files, step: STEP, size, folder, page });
        await judge(name, seen, needs.length > 0 ? LIMITS.other : LIMITS.same);
      }
    }
    const all = await compareAll(page, { site, folder });
    return { rows: [...rows, ...all.rows], skipped: [...skipped, ...all.skipped] };
  } finally {
    await browser.close();
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const server = await serve(join(root, 'dist'), { port: 0 });
  const folder = mkdtempSync(join(tmpdir(), 'strideless-same-'));
  const { port } = server.address() as AddressInfo;
  const { rows, skipped } = await compare(`http://localhost:${port}/`, folder);
  server.close();
  rmSync(folder, { recursive: true, force: true });
  report(rows, {
    json: values.json,
    title: `${FIGURE}, moment ${STEP}: the same picture everywhere`,
  });
  for (const one of skipped) console.error(`skipped: ${one}`);
  const broken = rows.filter(
    ({ difference: d, limit, otherMoment = 1 }) => d > limit || otherMoment <= limit,
  );
  for (const { name } of broken) console.error(`${name}: beyond its limit`);
  console.log(`\n${rows.length - broken.length} passed, ${broken.length} failed`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}
