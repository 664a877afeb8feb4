// npm run small: the presets of the page "Train both yourself", each over ten seeds, and what they show.
import { parseArgs } from 'node:util';
import { type MeasuredRow, overSeeds } from '#lib/results/index.ts';
import { type Dataset, datasetAtOnce } from '#lib/training/dataset.ts';
import { useWasm } from '#lib/training/node.ts';
import { contendersOf, PRESETS, type Preset, SEEDS } from '#lib/training/presets.ts';
import { type Point, Trainer, train } from '#lib/training/trainer.ts';
import { commit } from './lib/commit.ts';
import { sayFaults } from './lib/say-faults.ts';
import { record, rounded, typed } from './measured.ts';
import { report } from './report.ts';

/** The last look at two networks of one seed. */
async function run(dataset: Dataset, preset: Preset, seed: number): Promise<Point> {
  const trainer = new Trainer(dataset, contendersOf(preset), { seed, rate: preset.rate });
  let last: Point | undefined;
  for await (const point of train(trainer, preset.steps)) last = point;
  trainer.dispose();
  return last!;
}

async function measure(preset: Preset, seeds: number, how: { command: string; commit: string }) {
  const dataset = datasetAtOnce(preset.dataset);
  const contenders = contendersOf(preset);
  const rows: MeasuredRow[] = [];
  const pairs: [number, number][] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const { scores } = await run(dataset, preset, seed);
    pairs.push([scores[0].accuracy, scores[1].accuracy]);
    scores.forEach(({ accuracy, loss }, i) => {
      const { way: variant, width } = contenders[i].stages[0];
      const measures = { accuracy: round(100 * accuracy), loss: round(loss) };
      rows.push({ preset: preset.name, variant, seed, ...measures, width, ...how });
    });
    console.error(`${preset.name}, seed ${seed}: ${pairs[seed - 1].join(' against ')}`);
  }
  return { rows, verdict: overSeeds(pairs) };
}

const round = (value: number) => rounded(value, 4);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      preset: { type: 'string', multiple: true },
      seeds: { type: 'string', default: String(SEEDS) },
    },
  });
  await useWasm();
  const chosen = PRESETS.filter(({ name }) => values.preset?.includes(name) ?? true);
  const how = { command: typed('small'), commit: commit() };
  const rows = [];
  for (const preset of chosen) {
    const found = await measure(preset, Number(values.seeds), how);
    if (values.record) record('small', found.rows);
    rows.push({ preset: preset.name, rival: preset.rival, ...found.verdict });
  }
  report(rows, { json: values.json, title: 'SPD against its fair rival, points of accuracy' });
}

sayFaults();
await main();
