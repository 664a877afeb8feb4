// npm run mutate -- PATH...: sets small faults in the code, one at a time, and counts how many the unit tests notice.
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from '#lib/random/index.ts';
import { root } from './lib/machine.mjs';
import { describe, type Outcome, tryFaults } from './mutate/campaign.ts';
import { equivalence } from './mutate/equivalent.ts';
import { nameOf, type Site, sitesOf } from './mutate/sites.ts';
import { report } from './report.ts';

export interface ScoreRow {
  /** A file, or a folder with a slash at its end. */
  name: string;
  faults: number;
  /** Noticed by a test, those that hung among them. */
  killed: number;
  survived: number;
  /** Of those that survived: run by no test at all. */
  untouched: number;
  /** Per cent killed. */
  score: number;
}

/** One row for each file, each followed by its folder's once the folder is through. */
export function scores(outcomes: readonly Outcome[]): ScoreRow[] {
  const files = [...new Set(outcomes.map(({ file }) => file))].sort();
  const folders = [...new Set(files.map((file) => dirname(file)))];
  return folders.flatMap((folder) => {
    const within = files.filter((file) => dirname(file) === folder);
    return [
      ...within.map((file) =>
        row(
          file,
          outcomes.filter((one) => one.file === file),
        ),
      ),
      row(
        `${folder}/`,
        outcomes.filter((one) => dirname(one.file) === folder),
      ),
    ];
  });
}

export function row(name: string, outcomes: readonly Outcome[]): ScoreRow {
  const count = (...states: Outcome['state'][]) =>
    outcomes.filter(({ state }) => states.includes(state)).length;
  const killed = count('killed', 'hung');
  const [survived, untouched] = [count('survived', 'untouched'), count('untouched')];
  const score = outcomes.length === 0 ? 100 : (100 * killed) / outcomes.length;
  return { name, faults: outcomes.length, killed, survived, untouched, score };
}

/** `size` of the sites, drawn without favour; the same seed draws the same. In their old order. */
export function sample(sites: readonly Site[], size: number, seed: number): Site[] {
  const next = random(seed);
  const drawn = new Set(
    sites
      .map((site) => ({ site, at: next() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, size)
      .map(({ site }) => site),
  );
  return sites.filter((site) => drawn.has(site));
}

/** The faults that survived the last run, by name. */
const LAST = join(root, '.cache', 'mutate.json');

function survivedLast(): (site: Site) => boolean {
  const names = new Set<string>(JSON.parse(readFileSync(LAST, 'utf8')));
  return (site) => names.has(nameOf(site));
}

/** The files of code under a path, from the root. */
function filesUnder(path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path];
  return globSync(`${path.replace(/\/$/, '')}/**/*.ts`, { cwd: root })
    .filter((file) => !file.endsWith('.d.ts'))
    .sort();
}

/** The tests of a folder: those of the same name, and the snapshots of what it draws. */
function testsFor(path: string): string[] {
  const folder = basename(path.split('/').slice(0, 2).join('/'), '.ts');
  const snapshots = folder === 'figures' ? [`tests/unit/snapshots/${folder}.test.ts`] : [];
  return [`tests/unit/${folder}/`, ...snapshots];
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sample: { type: 'string' },
      seed: { type: 'string', default: '1' },
      tests: { type: 'string', multiple: true },
      wide: { type: 'boolean', default: false },
      patience: { type: 'string', default: '20' },
      least: { type: 'string', default: '0' },
      survivors: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) {
    console.error('Which code? npm run mutate -- lib/spd --sample 60 --seed 1');
    process.exit(2);
  }
  const all = positionals
    .flatMap(filesUnder)
    .flatMap((file) => sitesOf(file, readFileSync(join(root, file), 'utf8')))
    .filter((site) => equivalence(site) === undefined);
  const known = values.survivors ? all.filter(survivedLast()) : all;
  const sites = values.sample ? sample(known, Number(values.sample), Number(values.seed)) : known;
  const start = performance.now();
  const outcomes = await tryFaults(sites, {
    tests: values.wide ? [] : (values.tests ?? positionals.flatMap(testsFor)),
    patience: Number(values.patience) * 1000,
    say: (words) => console.error(words),
  });
  const alive = outcomes.filter(({ state }) => state === 'survived' || state === 'untouched');
  mkdirSync(dirname(LAST), { recursive: true });
  writeFileSync(LAST, JSON.stringify(alive.map(nameOf)));
  const rows = [...scores(outcomes), row('all', outcomes)];
  const total = rows[rows.length - 1];
  report(rows, {
    json: values.json,
    title: `${sites.length} of ${all.length} faults, seed ${values.seed}, ${((performance.now() - start) / 1000).toFixed(0)} s`,
  });
  if (!values.json) {
    if (alive.length > 0) console.log('\nSurvived:');
    for (const one of alive)
      console.log(`${describe(one)}${one.state === 'untouched' ? '  (no test runs it)' : ''}`);
  }
  if (total.score < Number(values.least)) {
    console.error(`Fewer than ${values.least} % killed.`);
    process.exitCode = 1;
  }
}
