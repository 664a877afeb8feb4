// npm run latency: one pass of each way to halve a map, in the engine on wasm, against the strided network's.
import { parseArgs } from 'node:util';
import type { Engine } from '#lib/engine/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { syntheticFile, syntheticInput } from '#lib/engine/synthetic.ts';
import { buildGraph } from '#lib/model/index.ts';
import type { MeasuredRow } from '#lib/results/index.ts';
import { readArchitectures } from './architectures.ts';
import { median } from './bench/statistics.ts';
import { countOf, progress } from './detector.ts';
import { commit } from './lib/commit.ts';
import { sayFaults } from './lib/say-faults.ts';
import { readMeasured, record, typed } from './measured.ts';
import { report } from './report.ts';

/** Passes of each network before anything is counted: compilers are still at work. */
const WARM = 30;
/** Rounds, each a row: their spread says how far the clock can be trusted. */
const ROUNDS = 5;

interface Runner {
  variant: string;
  pass(): Promise<number>;
}

/** A network with made-up weights: what they are changes nothing about the time. */
async function runnerOf(engine: Engine, variant: string): Promise<Runner> {
  const graph = buildGraph(readArchitectures().get(variant));
  const { model } = await engine.load({ architecture: graph }, await syntheticFile(graph));
  const input = syntheticInput(graph);
  return { variant, pass: async () => (await engine.run(model, input)).milliseconds };
}

/** The median time of each, milliseconds: one pass of each after the other, so that what disturbs one disturbs all. */
async function round(runners: readonly Runner[], passes: number): Promise<number[]> {
  const times = runners.map((): number[] => []);
  for (let pass = 0; pass < passes; pass++) {
    for (const [i, runner] of runners.entries()) times[i].push(await runner.pass());
  }
  return times.map(median);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      passes: { type: 'string', default: '100' },
      record: { type: 'boolean' },
    },
  });
  const passes = countOf(values.passes);
  const baseline = readMeasured().find(({ experiment }) => experiment === 'latency')!.baseline;
  const { names } = readArchitectures();
  const engine = createNodeEngine();
  await engine.use('wasm');
  const runners: Runner[] = [];
  for (const name of names.filter((name) => name.startsWith(baseline)))
    runners.push(await runnerOf(engine, name));
  await round(runners, WARM);
  const rows: MeasuredRow[] = [];
  for (let seed = 0; seed < ROUNDS; seed++) {
    const times = await round(runners, passes);
    const base = times[runners.findIndex(({ variant }) => variant === baseline)];
    rows.push(
      ...runners.map(({ variant }, i) => ({
        variant,
        seed,
        milliseconds: Math.round(1e3 * times[i]) / 1e3,
        ratio: Math.round(1e3 * (times[i] / base)) / 1e3,
        passes,
        command: typed('latency'),
        commit: commit(),
      })),
    );
    progress('rounds', seed + 1, ROUNDS);
  }
  if (values.record) record('latency', rows);
  const flat = rows.map(({ command, commit, ...row }) => row);
  report(values.json ? rows : flat, { json: values.json, title: 'One pass, wasm in Node' });
}

if (import.meta.main) {
  sayFaults();
  await main();
}
