// npm run budget: what the home page and each chapter weigh: their HTML, and the JavaScript that they ask for, before and
// for the engine, in real Chromium. With --outputFile PATH the number of pages within their limits, and beyond, is written there.
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page, type Request } from '@playwright/test';
import { builtChapters } from './lib/built.ts';
import { flags } from './lib/chromium.mjs';
import { installChromium, root } from './lib/machine.mjs';
import { serve } from './lib/serve.mjs';
import { report } from './report.ts';

/** Most bytes of each column. */
export const LIMITS = { html: 250_000, htmlGzip: 40_000, javascript: 60_000, engine: 200_000 };
/** What is closer to its limit than this part of it is named: the next word or button may be beyond. */
export const MARGIN = 0.01;

export interface BudgetRow {
  page: string;
  /** Bytes of the page itself, its styles and the posters of its figures among them. */
  html: number;
  htmlGzip: number;
  /** gzip bytes of the scripts that the page loads while it is read from top to bottom, the engine's not counted. */
  javascript: number;
  /**
   * gzip bytes of the engine: its worker, and what a widget fetches for it alone (an engine-part, and the worker's
   * client, with what only these need); 0 where nothing on the page asks for it.
   */
  engine: number;
}

/** What a widget fetches for the engine alone; the words for its faults come with its client. */
const PART = /^_astro\/(engine-part|client|fault-words)\.[\w-]+\.js$/;

/**
 * Of the scripts that a page asked for those that its entries reach by static or dynamic imports without passing through
 * the engine's parts, the entries included: addresses relative to the site.
 */
export function reachable(
  folder: string,
  entries: readonly string[],
  asked: ReadonlySet<string>,
): Set<string> {
  const found = new Set<string>();
  const queue = [...entries];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file) || PART.test(file) || !asked.has(file)) continue;
    found.add(file);
    const source = readFileSync(join(folder, file), 'utf8');
    for (const [, name] of source.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g))
      queue.push(`_astro/${name}`);
  }
  return found;
}

const columns = Object.keys(LIMITS) as (keyof typeof LIMITS)[];

const size = (folder: string, file: string) => gzipSync(readFileSync(join(folder, file))).length;

/**
 * Each page by what it has beyond a limit, and each that is within {@link MARGIN} of one: sentences, in the order of the
 * limits.
 */
export function judged(rows: readonly BudgetRow[]): { over: string[]; close: string[] } {
  const named = (row: BudgetRow, column: keyof typeof LIMITS) =>
    `${row.page} has ${row[column]} bytes of ${column}, of ${LIMITS[column]}`;
  const where = (holds: (bytes: number, limit: number) => boolean) =>
    columns.flatMap((column) =>
      rows.filter((row) => holds(row[column], LIMITS[column])).map((row) => named(row, column)),
    );
  return {
    over: where((bytes, limit) => bytes > limit),
    close: where((bytes, limit) => bytes <= limit && bytes > limit * (1 - MARGIN)),
  };
}

/** Milliseconds with no request under way after which a page has what it asks for: all of it, and for one screen. */
const QUIET = { whole: 400, screen: 100 };
/** What is under way for longer, milliseconds, is waited for no more. */
const PATIENCE = 5000;

/** Scrolls through the page as a reader does, until nothing new is asked for. */
async function readThrough(page: Page, underway: Set<Request>): Promise<void> {
  const quiet = async (time: number) => {
    const start = performance.now();
    for (let left = time; left > 0; left = underway.size === 0 ? left - 50 : time) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (performance.now() - start > PATIENCE) underway.clear();
    }
  };
  await quiet(QUIET.whole);
  // What is further down takes its height when it is near.
  for (
    let y = 0;
    y < (await page.evaluate(() => document.documentElement.scrollHeight));
    y += 600
  ) {
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
    await quiet(QUIET.screen);
  }
  await quiet(QUIET.whole);
}

/** What one page weighs. */
async function weigh(
  browser: Browser,
  home: string,
  folder: string,
  file: string,
): Promise<BudgetRow> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const asked = new Set<string>();
  const underway = new Set<Request>();
  context.on('request', (request) => {
    underway.add(request);
    const path = new URL(request.url()).pathname.slice(1);
    if (path.endsWith('.js')) asked.add(path);
  });
  for (const end of ['requestfinished', 'requestfailed'] as const)
    context.on(end as 'requestfinished', (request) => underway.delete(request));
  await page.goto(home + file.replace('index.html', ''));
  await readThrough(page, underway);
  await context.close();
  const html = readFileSync(join(folder, file));
  const entries = [...html.toString().matchAll(/<script type="module[^>]* src="\/([^"]+)"/g)];
  const own = reachable(
    folder,
    entries.map(([, entry]) => entry),
    asked,
  );
  const sum = (files: string[]) => files.reduce((bytes, each) => bytes + size(folder, each), 0);
  return {
    page: `/${file.replace('index.html', '')}`,
    html: html.length,
    htmlGzip: gzipSync(html).length,
    javascript: sum([...asked].filter((each) => own.has(each))),
    engine: sum([...asked].filter((each) => !own.has(each))),
  };
}

/** Pages that are read side by side. */
const LANES = 3;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, outputFile: { type: 'string' } },
  });
  const folder = join(root, 'dist');
  const chapters = builtChapters(folder);
  const server = await serve(folder, { port: 0 });
  const home = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({ executablePath: installChromium(), args: flags });
  const files = ['index.html', ...chapters];
  const rows: BudgetRow[] = [];
  const queue = files.entries();
  const lane = async () => {
    for (const [i, file] of queue) rows[i] = await weigh(browser, home, folder, file);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await browser.close();
  server.close();
  report(rows, {
    json: values.json ?? false,
    title: 'The home page and the chapters, bytes; JavaScript and engine gzipped',
  });
  const { over, close } = judged(rows);
  for (const one of close) console.error(`Within ${MARGIN * 100} % of its limit: ${one}.`);
  for (const one of over) console.error(`Beyond its limit: ${one}.`);
  if (values.outputFile) {
    const isOver = (row: BudgetRow) => columns.some((column) => row[column] > LIMITS[column]);
    const failed = rows.filter(isOver).length;
    writeFileSync(values.outputFile, JSON.stringify({ passed: rows.length - failed, failed }));
  }
  process.exitCode = over.length === 0 ? 0 : 1;
}

if (import.meta.main) await main();
