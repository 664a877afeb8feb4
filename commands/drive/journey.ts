// One journey of a random reader through one room of the site, watched all the way.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readArchitectures } from '#commands/architectures.ts';
import { choose, type Random, random, weighted } from '#lib/random/index.ts';
import { ACTS, type Journey } from './acts.ts';
import { faultsOf, rawIn } from './look.ts';
import { announcements, engineMemory, prepare } from './observe.ts';

/** A part of the site to be driven. */
export interface Room {
  /** Addresses relative to the site's base. */
  addresses: (site: Site) => string[];
  /** Models that the engine holds at most once all is quiet; undefined where the room has no engine of its own. */
  models?: number;
}

/** The built site, by its folder. */
export interface Site {
  pages: string[];
}

export function siteIn(folder: string): Site {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('/index.html'))
    .map((file) =>
      join('/', file)
        .slice(1)
        .replace(/index\.html$/, ''),
    )
    .sort();
  return { pages };
}

const among = (pattern: RegExp) => (site: Site) => site.pages.filter((page) => pattern.test(page));

export const ROOMS = {
  lab: { addresses: () => ['lab/'], models: 2 },
  weights: { addresses: () => ['weights/'], models: 1 },
  explorer: { addresses: () => ['architectures/'] },
  embeds: {
    addresses: (site) =>
      among(/^embed\/[^/]+\/$/)(site).flatMap((page) => [page, `${page}?fit=page`]),
  },
  chapters: { addresses: among(/^chapters\/[^/]+\/$/) },
  pages: { addresses: (site) => ['', ...among(/^[^/]+\/$/)(site)] },
} satisfies Record<string, Room>;

export type RoomName = keyof typeof ROOMS;

export interface Report {
  room: RoomName;
  address: string;
  acts: string[];
  announced: number;
  memory: { models: number; tensors: number } | null;
  /** Sentences; empty where all held. */
  faults: string[];
}

/** Tensors of a model at most, compiled and planned: constants, and what a pass keeps. */
const TENSORS = 400;
/** Milliseconds until the engine has put away what nobody wants any more. */
const QUIET = 90_000;

/**
 * Drives a page of a room, in an empty page of a new context. The same seed does the same as far as the page is as fast
 * as it was; the journey ends with the first fault.
 */
export async function travel(
  page: Page,
  {
    seed,
    acts,
    room,
    site,
    base,
  }: Pick<Options, 'acts' | 'site' | 'base'> & {
    seed: number;
    room: RoomName;
  },
): Promise<Report> {
  const next: Random = random(seed, 7);
  const { addresses, models }: Room = ROOMS[room];
  const start = new URL(choose(next, addresses(site)), base).href;
  const [address] = start.split('?');
  const report: Report = { room, address, acts: [], announced: 0, memory: null, faults: [] };
  const { faults } = report;
  listen(page, new URL(base).origin, faults);
  await prepare(page);
  await page.goto(start);
  const embedded = address.includes('/embed/');
  const journey: Journey = { page, next, catalogue: readArchitectures(), address, embedded };
  while (report.acts.length < acts && faults.length === 0) {
    const act = weighted(next, ACTS);
    const began = performance.now();
    const done = await act(journey).catch((error: Error) => skipped(error, page));
    if (done === undefined) continue;
    faults.push(...(await look(page, report)));
    report.acts.push(`${done} (${Math.round(performance.now() - began)} ms)`);
  }
  if (faults.length === 0 && models !== undefined) {
    faults.push(...(await quiet(page, models, report)));
  }
  return report;
}

interface Options {
  acts: number;
  site: Site;
  /** Address of the site, ending in a slash. */
  base: string;
}

/** What the page says outside of itself: exceptions, errors on the console, requests to others. */
function listen(page: Page, home: string, faults: string[]): void {
  page.on('pageerror', ({ message }) => faults.push(`exception: ${message}`));
  page.on('crash', () => faults.push('the page crashed'));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== home) faults.push(`foreign: ${request.url()}`);
  });
}

/** An act that could not be done (the element went, or lies under another) is no fault of the page. */
function skipped(error: Error, page: Page): string | undefined {
  if (page.isClosed()) throw error;
  return `could not: ${error.message.split('\n')[0].slice(0, 80)}`;
}

async function look(page: Page, report: Report): Promise<string[]> {
  // An act may lead to another page; what the old one said last is lost then.
  await page.waitForLoadState('domcontentloaded');
  try {
    return await lookOnce(page, report);
  } catch (error) {
    if (!/context was destroyed/.test((error as Error).message)) throw error;
    await page.waitForLoadState('domcontentloaded');
    return lookOnce(page, report);
  }
}

async function lookOnce(page: Page, report: Report): Promise<string[]> {
  const said = await announcements(page);
  report.announced += said.length;
  return [...(await faultsOf(page)), ...rawIn(said).map((text) => `a live region says “${text}”`)];
}

/** Waits until the engine holds no more than is wanted. */
async function quiet(page: Page, models: number, report: Report): Promise<string[]> {
  const end = Date.now() + QUIET;
  for (;;) {
    const memory = await engineMemory(page);
    report.memory = memory;
    if (!memory) return [];
    if (memory.models <= models && memory.tensors <= TENSORS * models) return [];
    if (Date.now() > end)
      return [
        `the engine holds ${memory.models} models and ${memory.tensors} tensors; at most ${models} and ${TENSORS * models} are wanted`,
      ];
    await page.waitForTimeout(500);
  }
}
