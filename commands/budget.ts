// npm run budget: the JavaScript that the home page and each chapter ask for, before and for the engine, in real Chromium.
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

/** Most bytes, gzipped: of a page's own scripts, and of the engine's on top. */
const LIMITS = { javascript: 60_000, engine: 200_000 };
const FLAGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update'];

export interface BudgetRow {
  page: string;
  /** gzip bytes of the scripts that the page loads while it is read from top to bottom, the engine's not counted. */
  javascript: number;
  /**
   * gzip bytes of the engine's worker and of what a widget fetches together with it (an engine-part, and the worker's
   * client); 0 where nothing on the page asks for it. What such a part shares with the page, and the page had already,
   * is the page's.
   */
  engine: number;
}

/** The scripts that `entry` can reach by static or dynamic imports, itself included: addresses relative to the site. */
export function reachable(folder: string, entry: string): Set<string> {
  const found = new Set<string>();
  const queue = [entry];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
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
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 600) {
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
  const workers = filesOf(folder).filter((file) => /^_astro\/worker-[\w-]+\.js$/.test(file));
  const ofWorkers = workers.flatMap((entry) => [...reachable(folder, entry)]);
  const parts = filesOf(folder).filter((file) =>
    /^_astro\/(engine-part|client)\.[\w-]+\.js$/.test(file),
  );
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
    const engine = new Set(ofWorkers);
    const sum = (files: string[]) => files.reduce((bytes, file) => bytes + size(folder, file), 0);
    const all = [...asked];
    for (const part of parts.filter((file) => asked.has(file))) {
      const late = new Set(all.slice(all.indexOf(part)));
      for (const file of reachable(folder, part)) if (late.has(file)) engine.add(file);
    }
    rows.push({
      page: `/${file.replace('index.html', '')}`,
      javascript: sum(all.filter((file) => !engine.has(file))),
      engine: sum(all.filter((file) => engine.has(file))),
    });
    await context.close();
  }
  await browser.close();
  server.close();
  report(rows, {
    json: values.json ?? false,
    title: 'JavaScript of the home page and the chapters, gzip bytes',
  });
  const over = rows.filter(
    ({ javascript, engine }) => javascript > LIMITS.javascript || engine > LIMITS.engine,
  );
  if (over.length === 0) return;
  const names = over.map(({ page }) => page).join(', ');
  console.error(`Over ${LIMITS.javascript} bytes, or ${LIMITS.engine} for the engine: ${names}.`);
  process.exitCode = 1;
}

if (import.meta.main) await main();
