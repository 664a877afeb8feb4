// npm run export -- space-to-depth --block 3 --format mp4: a figure as a file, made in a real Chromium by the site's own code.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { FORMATS, type Format, USUAL } from '#components/figure/export/formats.ts';
import type { Theme } from '#lib/figures/kit/themes.ts';
import type { Order } from './export/page.ts';
import { serveBundle } from './lib/bundle.ts';
import { flags } from './lib/chromium.mjs';
import { leftOut } from './lib/left-out.mjs';
import { installChromium, root } from './lib/machine.mjs';
import { noWaiting } from './lib/no-waiting.mjs';
import { sayFaults } from './lib/say-faults.ts';
import { typefaces } from './lib/typefaces.mjs';
import { yamlData } from './lib/yaml-data.mjs';

const THEMES = ['light', 'dark', 'projector'] as const satisfies Theme[];
/** They take no value. */
const FLAGS = ['transparent', 'outlines'] as const;
const USAGE = `npm run export -- FIGURE [--PARAMETER VALUE ...] [--format ${FORMATS.join('|')}]
  --theme ${THEMES.join('|')}, --transparent (png, svg), --outlines (svg: letters as outlines), --size 2x or 1280x720 (png, gif, mp4, webm)
  --from 0 --to 3 (numbers of moments), --speed 1 (gif, mp4, webm), --out FOLDER`;

interface Command {
  order: Order;
  folder: string;
}

function oneOf<T extends string>(name: string, given: string, known: readonly T[]): T {
  const found = known.find((one) => one === given);
  if (found === undefined)
    throw new RangeError(`--${name} has to be one of ${known.join(', ')}, not ${given}.`);
  return found;
}

function numberOf(name: string, given: string, whole: boolean): number {
  const value = Number(given);
  if (given.trim() === '' || !Number.isFinite(value) || value < 0 || (whole && value % 1 !== 0))
    throw new RangeError(
      `--${name} has to be a ${whole ? 'whole ' : ''}number from 0, not ${given}.`,
    );
  return value;
}

/**
 * Reads the command line. Every option that is not of the command itself is a parameter of the figure.
 *
 * @throws RangeError with a sentence
 */
export function readCommand(args: readonly string[], site = ''): Command {
  const { positionals, tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const given: Record<string, string> = {};
  const words = [...positionals];
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'option') continue;
    const next = tokens[i + 1];
    const flag = FLAGS.some((name) => name === token.name);
    // `--block 3`: an option that nobody has declared takes the word behind it.
    const takes = !flag && token.value === undefined && next?.kind === 'positional';
    if (takes) words.splice(words.indexOf(next.value, 1), 1);
    given[token.name] = token.value ?? (takes ? next.value : 'true');
  }
  const [figure, ...more] = words;
  if (figure === undefined || more.length > 0) throw new RangeError(USAGE);
  const {
    format = 'png',
    theme = 'light',
    transparent = 'false',
    outlines = 'false',
    size,
    from = '0',
    to,
    speed = '1',
    out = '.',
    ...parameters
  } = given;
  const kind: Format = oneOf('format', format, FORMATS);
  const pace = numberOf('speed', speed, false);
  if (pace < 0.1 || pace > 10) throw new RangeError('--speed has to be between 0.1 and 10.');
  return {
    folder: resolve(out),
    order: {
      figure,
      parameters,
      format: kind,
      theme: oneOf('theme', theme, THEMES),
      transparent: oneOf('transparent', transparent, ['true', 'false']) === 'true',
      outlines: oneOf('outlines', outlines, ['true', 'false']) === 'true',
      size: size ?? USUAL[kind],
      from: numberOf('from', from, true),
      to: to === undefined ? undefined : numberOf('to', to, true),
      speed: pace,
      site,
    },
  };
}

export interface Delivered {
  name: string;
  bytes: Uint8Array;
}

/** A browser in which files are made. */
export interface Workshop {
  /** The file of this order, and its name. */
  make(order: Order): Promise<Delivered>;
  close(): Promise<void>;
}

export async function openWorkshop(
  tell: (done: number, total: number) => void = () => {},
): Promise<Workshop> {
  const server = await serveBundle(join(root, 'commands', 'export'), new Map(), {
    plugins: [yamlData, leftOut, noWaiting, await typefaces(root)],
  });
  const browser = await chromium.launch({ executablePath: installChromium(), args: flags });
  const close = async () => {
    await browser.close();
    server.close();
  };
  try {
    const page = await browser.newPage();
    await page.exposeFunction('tell', ({ done, total }: { done: number; total: number }) =>
      tell(done, total),
    );
    await page.goto(server.url, { waitUntil: 'networkidle' });
    return {
      async make(order) {
        const { name, content } = await page.evaluate((one) => window.make(one), order);
        return { name, bytes: Buffer.from(content, 'base64') };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One file of this order, and its name. */
export async function deliver(
  order: Order,
  tell: (done: number, total: number) => void,
): Promise<Delivered> {
  const workshop = await openWorkshop(tell);
  try {
    return await workshop.make(order);
  } finally {
    await workshop.close();
  }
}

async function main(): Promise<void> {
  try {
    const { order, folder } = readCommand(process.argv.slice(2), process.env.SITE_URL);
    const { isTTY } = process.stderr;
    const { name, bytes } = await deliver(order, (done, total) => {
      if (isTTY) process.stderr.write(`\r${done} of ${total} `);
    });
    if (isTTY) process.stderr.write('\r');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), bytes);
    console.log(`${join(folder, name)}: ${bytes.length} bytes`);
  } catch (error) {
    // A browser puts its own words before those of the page.
    const said = error instanceof Error ? error.message : String(error);
    console.error(said.replace(/^page\.evaluate: (?:\w*Error: )?/, '').split('\n    at ')[0]);
    process.exitCode = 1;
  }
}

if (import.meta.main) {
  sayFaults();
  await main();
}
