import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, node, root } from '../lib/machine.mjs';
import { events, note, PLAN, type Plan, type Touched } from './plan.ts';
import { nameOf, type Site, sitesOf, withFaults } from './sites.ts';

/** A fault that was tried. */
export interface Outcome extends Site {
  /** `killed` by a test, `hung` until it was ended (as good as killed), `survived`, or `untouched` by every test. */
  state: 'killed' | 'hung' | 'survived' | 'untouched';
  /** The test that noticed. */
  by?: string;
}

export interface Options {
  /** Folders or files of tests to run, from the root; without any, all that import what is mutated. */
  tests: readonly string[];
  /** Milliseconds that one fault may take in one test file, beyond ten times what the file takes without. */
  patience: number;
  /** Told what is going on, in a few words. */
  say: (words: string) => void;
}

/** Milliseconds without a word after which a run without faults is given up. */
const LONGEST = 1_200_000;

/**
 * Tries faults, each alone, against the unit tests. Tests that touch a fault run with it until one fails.
 *
 * @throws Error if a test fails without any fault
 */
export async function tryFaults(sites: readonly Site[], options: Options): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mutate-'));
  try {
    const plan: Plan = {
      mode: 'learn',
      ids: sites.map((_, i) => i + 1),
      sources: mutated(sites),
      tests: [],
      touched: {},
      log: join(folder, 'learnt.jsonl'),
    };
    options.say(`Reading what the tests touch of ${sites.length} faults ...`);
    if (!(await session(folder, plan, options.tests, LONGEST)))
      throw new Error(`The tests said nothing for ${LONGEST / 60_000} minutes, without any fault`);
    for (const event of events(plan.log)) {
      if (event.event === 'touched') plan.touched[event.file] = event.touched;
      if (event.event === 'broken')
        throw new Error(`Fails without any fault: ${event.test} (${event.file})`);
    }
    return await tryAll(
      folder,
      { ...plan, mode: 'try', tests: order(plan.touched) },
      sites,
      options,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function tryAll(
  folder: string,
  plan: Plan,
  sites: readonly Site[],
  { patience, say }: Options,
): Promise<Outcome[]> {
  const log = join(folder, 'tried.jsonl');
  const slowest = Math.max(0, ...Object.values(plan.touched).map((one) => one.milliseconds));
  say(`Trying them in ${plan.tests.length} test files ...`);
  // A fault that hangs ends the process; the next one goes on without it.
  while (
    plan.tests.length > 0 &&
    !(await session(folder, { ...plan, log }, plan.tests, patience + 10 * slowest))
  ) {
    const last = events(log).findLast((event) => event.event === 'start');
    if (!last) throw new Error('vitest did not start');
    note(log, { event: 'hung', id: last.id });
    plan = { ...plan, tests: plan.tests.slice(plan.tests.indexOf(last.file)) };
    say(`${describe(sites[last.id - 1])} hung`);
  }
  const met = new Set(Object.values(plan.touched).flatMap((t) => [...t.shared, ...t.tests.flat()]));
  const outcomes = sites.map(
    (site, i): Outcome => ({ ...site, state: met.has(i + 1) ? 'survived' : 'untouched' }),
  );
  for (const event of events(log)) {
    if (event.event === 'hung') outcomes[event.id - 1].state = 'hung';
    if (event.event === 'killed')
      Object.assign(outcomes[event.id - 1], { state: 'killed', by: event.test });
  }
  return outcomes;
}

/** A fault in one line. */
export const describe = ({ file, line, what, from }: Site): string =>
  `${file}:${line}  ${what}: ${from.length > 90 ? `${from.slice(0, 87)}...` : from}`;

/** Quick files first: most faults fall there. */
function order(touched: Record<string, Touched>): string[] {
  return Object.entries(touched)
    .filter(([, { shared, tests }]) => shared.length + tests.flat().length > 0)
    .sort(([, a], [, b]) => a.milliseconds - b.milliseconds)
    .map(([file]) => file);
}

function mutated(sites: readonly Site[]): Record<string, string> {
  const sources: Record<string, string> = {};
  for (const file of new Set(sites.map((site) => site.file))) {
    const path = join(root, file);
    const source = readFileSync(path, 'utf8');
    const ids = sitesOf(file, source).map((one) => {
      const id = sites.findIndex((site) => nameOf(site) === nameOf(one)) + 1;
      return id > 0 ? id : undefined;
    });
    sources[path] = withFaults(file, source, ids);
  }
  return sources;
}

/** Runs vitest by a plan. False if nothing happened for `patience` milliseconds and it was ended. */
function session(
  folder: string,
  plan: Plan,
  tests: readonly string[],
  patience: number,
): Promise<boolean> {
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const program = join(root, 'commands', 'mutate', 'session.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(node, [program, ...tests], {
      cwd: root,
      env: { ...environment, [PLAN]: file },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text) => {
      said = (said + text).slice(-4000);
    });
    let length = -1;
    let since = performance.now();
    let ended = false;
    const watch = setInterval(() => {
      const now = events(plan.log).length;
      if (now !== length) [length, since] = [now, performance.now()];
      if (performance.now() - since < patience) return;
      ended = true;
      child.kill('SIGKILL');
    }, 500);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      const through = new Set(
        events(plan.log).flatMap((one) => (one.event === 'through' ? [one.file] : [])),
      );
      const left = plan.tests.filter((one) => !through.has(one));
      if (ended) resolve(false);
      else if (code === 0 && through.size > 0 && left.length === 0) resolve(true);
      else reject(new Error(`vitest broke off (${code}) before ${left.join(', ')}:\n${said}`));
    });
  });
}
