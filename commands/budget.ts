// npm run budget: what the home page and each chapter weigh: their HTML, and the JavaScript that they ask for, before and
// for the engine, in real Chromium.
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { filesOf } from '../site/integrations/files.mjs';
import { installChromium, root } from './lib/machine.mjs';
import { serve } from './lib/serve.mjs';
import { report } from './report.ts';

/** Most bytes of each column. */
const LIMITS = { html: 250_000, htmlGzip: 40_000, javascript: 60_000, engine: 200_000 };
const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update'];

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

const size = (folder: string, file: string) => gzipSync(readFileSync(join(folder, file))).length;

/** Scrolls through the page as a reader does, until nothing new is asked for. */
async function readThrough(page: Page): Promise<void> {
  // What is further down takes its height when it is near.
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < (await height()); y += 600) {
    await page.evaluate((to) => scrollTo(0, to), y);
    await page.waitForTimeout(120);
  }
  await page.waitForLoadState('networkidle');
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
  const folder = join(root, 'dist');
  // An old address leads on at once: it has nothing to read.
  const chapters = filesOf(folder).filter(
    (file) =>
      /^chapters\/[^/]+\/index\.html$/.test(file) &&
      !readFileSync(join(folder, file), 'utf8').includes('http-equiv="refresh"'),
  );
  if (chapters.length === 0) throw new Error('dist/ has no chapters: npm run build writes them');
  const server = await serve(folder, { port: 0 });
  const home = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({ executablePath: installChromium(), args: FLAGS });
  const rows: BudgetRow[] = [];
  for (const file of ['index.html', ...chapters]) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const asked = new Set<string>();
    context.on('request', (request) => {
      const path = new URL(request.url()).pathname.slice(1);
      if (path.endsWith('.js')) asked.add(path);
    });
    await page.goto(home + file.replace('index.html', ''));
    await readThrough(page);
    const html = readFileSync(join(folder, file));
    const entries = [...html.toString().matchAll(/<script type="module[^>]* src="\/([^"]+)"/g)];
    const own = reachable(
      folder,
      entries.map(([, entry]) => entry),
      asked,
    );
    const sum = (files: string[]) => files.reduce((bytes, each) => bytes + size(folder, each), 0);
    rows.push({
      page: `/${file.replace('index.html', '')}`,
      html: html.length,
      htmlGzip: gzipSync(html).length,
      javascript: sum([...asked].filter((each) => own.has(each))),
      engine: sum([...asked].filter((each) => !own.has(each))),
    });
    await context.close();
  }
  await browser.close();
  server.close();
  report(rows, {
    json: values.json ?? false,
    title: 'The home page and the chapters, bytes; JavaScript and engine gzipped',
  });
  const columns = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
  const over = columns.flatMap((column) => {
    const pages = rows.filter((row) => row[column] > LIMITS[column]).map(({ page }) => page);
    return pages.length ? [`${column} over ${LIMITS[column]}: ${pages.join(', ')}.`] : [];
  });
  if (over.length === 0) return;
  console.error(over.join('\n'));
  process.exitCode = 1;
}

if (import.meta.main) await main();
