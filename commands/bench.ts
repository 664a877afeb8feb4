// npm run bench: the engine against onnxruntime-web on the same networks, turn by turn, in Node and in Chromium.
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CASES, type Case, checkFiles, title } from './bench/cases.ts';
import { type BenchRow, circumstances, stored, write } from './bench/file.ts';
import { type FormRow, measureForms } from './bench/forms.ts';
import { type PageStart, Pages } from './bench/in-chromium.ts';
import { type Start, startInNode, versusInNode } from './bench/in-node.ts';
import { measureLab } from './bench/lab.ts';
import type { Timed } from './bench/page/page.ts';
import { median, type Patience } from './bench/statistics.ts';
import { measureTrainer } from './bench/trainer.ts';
import { root } from './lib/machine.mjs';
import { report } from './report.ts';

/** How many times as fast as onnxruntime-web it is to be. */
const GOALS = { wasm: 1.3, webgl: 1, webgpu: 1 } as const;
/** What stands in the rows of WebGL and WebGPU. */
const SOFTWARE = 'SwiftShader: the processor stands in for a graphics card';
const FORMS_COMMAND = 'npm run bench -- --forms --write';
const LAB_COMMAND = 'npm run bench -- --lab --write';

interface Measured {
  times?: { a: number[]; b: number[] };
  ours?: Start & Partial<PageStart>;
  theirs?: Start & Partial<PageStart>;
  note?: string;
}

function rowOf(
  one: Case,
  where: Pick<BenchRow, 'runtime' | 'backend'>,
  measured: Measured,
): BenchRow {
  const { times, ours, theirs, note = '' } = measured;
  const rounded = (value: number | undefined, digits = 2) =>
    value === undefined || !Number.isFinite(value) ? null : Number(value.toFixed(digits));
  const [mine, other] = [median(times?.a ?? []), median(times?.b ?? [])];
  const ratio = rounded(other / mine);
  // The literal form is there to be looked at: it has no goal.
  const goal = one.form === 'literal' ? null : GOALS[where.backend];
  // On the graphics card the memory is another process's.
  const onWasm = where.backend === 'wasm';
  const mega = (value?: number) => rounded(value === undefined ? undefined : value / 1e6, 1);
  return {
    name: one.name,
    inputSize: one.size,
    form: one.form,
    ...where,
    milliseconds: rounded(mine),
    onnxruntime: rounded(other),
    ratio,
    goal,
    met: goal === null || ratio === null ? '' : ratio >= goal ? 'yes' : 'NO',
    passes: times?.a.length ?? 0,
    first: rounded(ours?.milliseconds, 0),
    onnxruntimeFirst: rounded(theirs?.milliseconds, 0),
    memory: onWasm ? mega(ours?.bytes) : null,
    onnxruntimeMemory: onWasm ? mega(theirs?.bytes) : null,
    download: mega(ours?.downloaded),
    onnxruntimeDownload: mega(theirs?.downloaded),
    note,
  };
}

/** The outcome, or the reason why there is none. */
async function attempt<T>(work: () => T | Promise<T>): Promise<{ value?: T; why?: string }> {
  try {
    return { value: await work() };
  } catch (error) {
    const [line] = (error as Error).message.split('\n');
    return { why: line.replace(/^page.evaluate: (Error: )?/, '').slice(0, 160) };
  }
}

async function measure(
  cases: readonly Case[],
  {
    patience,
    wants,
    onRow,
  }: {
    patience: Patience;
    wants: (backend: Timed) => boolean;
    onRow: (rows: BenchRow[]) => void;
  },
): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const add = (row: BenchRow) => {
    rows.push(row);
    onRow(rows);
    const { name, inputSize, form, runtime, backend, ratio, note } = row;
    console.error(`${name} ${inputSize} ${form} ${runtime} ${backend}: ${ratio ?? note}`);
  };
  prefer(-10);
  const plain = wants('wasm') ? cases : [];
  for (const one of plain) {
    const where = { runtime: 'node', backend: 'wasm' } as const;
    const times = await versusInNode(one, patience);
    add(
      rowOf(one, where, {
        times,
        ours: startInNode(one, 'ours'),
        theirs: startInNode(one, 'theirs'),
      }),
    );
  }
  await inPages(plain, async (pages) => {
    for (const one of plain) add(await inChromium(pages, one, 'wasm', patience));
  });
  // Minutes apiece in software, at the expense of all else; the literal form says nothing new there.
  prefer(0);
  const compiled = cases.filter(({ form }) => form === 'compiled');
  await inPages(compiled, async (pages) => {
    for (const backend of (['webgl', 'webgpu'] as const).filter(wants)) {
      for (const one of compiled) add(await inChromium(pages, one, backend, patience));
    }
  });
  return rows;
}

/** Before other programs (where the system lets it): they cost both engines time, but not the same at every turn. */
function prefer(priority: number): void {
  try {
    setPriority(priority);
  } catch {
    // Then as it is: the ratio still says most.
  }
}

async function inPages(cases: readonly Case[], work: (pages: Pages) => Promise<void>) {
  const pages = await Pages.open(cases);
  try {
    await work(pages);
  } finally {
    pages.close();
  }
}

async function inChromium(pages: Pages, one: Case, backend: Timed, patience: Patience) {
  const ours = await attempt(() => pages.start(one, 'ours', backend));
  const theirs = await attempt(() => pages.start(one, 'theirs', backend));
  const both =
    (ours.why ?? theirs.why) ? {} : await attempt(() => pages.versus(one, backend, patience));
  const notes = [
    ours.why && `ours: ${ours.why}`,
    theirs.why && `onnxruntime-web: ${theirs.why}`,
    both.why,
    backend !== 'wasm' && SOFTWARE,
  ];
  const note = notes.filter(Boolean).join('; ');
  const measured = { times: both.value, ours: ours.value, theirs: theirs.value, note };
  return rowOf(one, { runtime: 'chromium', backend }, measured);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      quick: { type: 'boolean' },
      only: { type: 'string' },
      backend: { type: 'string' },
      forms: { type: 'boolean' },
      lab: { type: 'boolean' },
      folder: { type: 'string', default: join(root, 'dist') },
      write: { type: 'boolean' },
    },
  });
  const patience: Patience = values.quick
    ? { rounds: 12, milliseconds: 2_000 }
    : { rounds: 200, milliseconds: 6_000 };
  if (values.lab) {
    const about = circumstances();
    const rows = await measureLab(values.folder);
    const training = await measureTrainer(values.folder);
    if (values.write)
      write({ ...stored(), lab: { ...about, command: LAB_COMMAND, rows, training } });
    const plain = <T extends { goal: object }>(all: readonly T[]) =>
      all.map((row) => ({ ...row, goal: JSON.stringify(row.goal) }));
    const { json } = values;
    report(plain(rows), { json, title: 'The detection lab while an object is dragged' });
    report(plain(training), { json, title: 'Train both yourself, a thousand steps' });
    if ([...rows, ...training].some(({ met }) => met === 'NO')) process.exitCode = 1;
    return;
  }
  const cases = CASES.filter((one) => title(one).includes(values.only ?? ''));
  checkFiles(cases);
  const about = { ...circumstances(), goals: GOALS };
  const wants = (backend: string) => (values.backend ?? backend) === backend;
  if (values.forms) {
    const rows: FormRow[] = [];
    await inPages(cases, async (pages) => {
      rows.push(...(await measureForms(cases, pages, { patience, wants })));
    });
    if (values.write) {
      const file = stored();
      const before = values.only || values.backend ? (file.forms?.rows ?? []) : [];
      const forms = { ...about, command: FORMS_COMMAND, rows: renewed(before, rows) };
      write({ ...file, forms });
    }
    report(rows, { json: values.json, title: 'Space-to-depth: strided, and transposed' });
    return;
  }
  // After each row: a run that is cut off leaves what it has.
  const { rows: old = [], forms, lab } = stored();
  const before = values.only || values.backend ? old : [];
  const onRow = (rows: BenchRow[]) =>
    values.write && write({ ...about, rows: renewed(before, rows), forms, lab });
  const rows = await measure(cases, { patience, wants, onRow });
  report(rows, { json: values.json, title: 'This engine and onnxruntime-web' });
  const missed = rows.filter(({ met }) => met === 'NO');
  if (missed.length === 0) return;
  const names = missed.map(
    ({ name, inputSize, runtime, backend, ratio }) =>
      `${name} ${inputSize} ${runtime} ${backend} (${ratio})`,
  );
  console.error(`Short of the goal: ${names.join(', ')}.`);
  process.exitCode = 1;
}

/** Rows measured again stand in the place of the old ones. */
function renewed<T extends BenchRow | FormRow>(before: T[], rows: T[]): T[] {
  const key = (row: T) =>
    [row.name, row.inputSize, 'form' in row && row.form, row.runtime, row.backend].join();
  const news = new Map(rows.map((row) => [key(row), row]));
  const old = new Set(before.map(key));
  const kept = before.map((row) => news.get(key(row)) ?? row);
  return [...kept, ...rows.filter((row) => !old.has(key(row)))];
}

await main();
