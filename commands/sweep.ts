// npm run sweep: AP against object size, resolution, contrast, blur and noise, one parameter moved at a time.
import { parseArgs } from 'node:util';
import { averagePrecision } from '#lib/detection/index.ts';
import type { Engine } from '#lib/engine/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import type { MeasuredRow } from '#lib/results/index.ts';
import { generateScene, type Scene, type SceneParameters } from '#lib/scenes/index.ts';
import { countOf, detectorsOnScenes, loadDetector, progress, type Trained } from './detector.ts';
import { commit } from './lib/commit.ts';
import { sayFaults } from './lib/say-faults.ts';
import { readMeasured, record, rounded, typed } from './measured.ts';
import { report } from './report.ts';

/** First seed of the scenes: no training, validation or test scene comes near it. */
const SEED = 3_000_000;

/** The values of each parameter. A size is that of every object, px at resolution 128; the network halves five times. */
export const SWEEP: Readonly<Record<string, readonly number[]>> = {
  size: [4, 5, 6, 7, 8, 10, 12, 14, 17, 20, 24],
  resolution: [64, 96, 128, 160, 192, 256],
  contrast: [0.2, 0.35, 0.5, 0.7, 0.9],
  blur: [0, 0.6, 1, 1.5, 2],
  noise: [0, 3, 6, 12, 20],
};

/** The parameters of one scene of a condition. */
export function conditionOf(parameter: string, value: number): Partial<SceneParameters> {
  return parameter === 'size' ? { sizeMin: value, sizeMax: value } : { [parameter]: value };
}

/** AP and AP50 of one detector on the scenes of one condition, per cent. */
export async function judge(
  engine: Engine,
  trained: Trained,
  scenes: readonly Scene[],
): Promise<{ AP: number | null; AP50: number | null }> {
  const detector = await loadDetector(engine, trained, [scenes[0].height, scenes[0].width]);
  const images = [];
  for (const { pixels, objects } of scenes) {
    const [detections] = await detector.detect(pixels);
    images.push({ detections, truths: objects });
  }
  await detector.unload();
  const { AP, AP50 } = averagePrecision(images);
  return { AP: round(AP), AP50: round(AP50) };
}

function round(value: number | null): number | null {
  return value === null ? null : rounded(value, 3);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      runs: { type: 'string' },
      weights: { type: 'string', default: 'site/public/weights' },
      variants: { type: 'string', multiple: true },
      count: { type: 'string', default: '200' },
      parameters: { type: 'string', multiple: true, default: Object.keys(SWEEP) },
      record: { type: 'boolean' },
    },
  });
  const count = countOf(values.count);
  const detectors = detectorsOnScenes(values);
  const known = readMeasured().find(({ experiment }) => experiment === 'sweeps')?.rows ?? [];
  const rows: MeasuredRow[] = [];
  const engine = createNodeEngine();
  await engine.use('wasm');
  for (const parameter of values.parameters) {
    if (!SWEEP[parameter])
      throw new RangeError(`--parameters ${parameter} is none of ${Object.keys(SWEEP).join(', ')}`);
    for (const [i, value] of SWEEP[parameter].entries()) {
      const wanted = detectors.map((trained) => ({
        trained,
        row: rowOf(trained, parameter, value, count),
      }));
      const missing = wanted.filter(
        ({ row }) => !values.record || !known.some((old) => isSame(old, row)),
      );
      progress(parameter, i + 1, SWEEP[parameter].length);
      if (missing.length === 0) continue;
      const scenes = Array.from({ length: count }, (_, s) =>
        generateScene({ ...conditionOf(parameter, value), seed: SEED + s }),
      );
      const measured: MeasuredRow[] = [];
      for (const { trained, row } of missing)
        measured.push({
          ...row,
          ...(await judge(engine, trained, scenes)),
          command: typed('sweep'),
          commit: commit(),
        });
      if (values.record) record('sweeps', measured);
      rows.push(...measured);
    }
  }
  const flat = rows.map(({ command, commit, weights, ...row }) => row);
  report(values.json ? rows : flat, {
    json: values.json,
    title: 'AP, one parameter moved at a time',
  });
}

/** What tells a row from others, and on what it rests. */
function rowOf({ plan, card }: Trained, parameter: string, value: number, scenes: number) {
  const weights = card.sha256.slice(0, 12);
  return {
    plan,
    parameter,
    value,
    variant: card.architecture,
    seed: card.seeds.training,
    scenes,
    weights,
  };
}

function isSame(old: MeasuredRow, row: Record<string, unknown>): boolean {
  return Object.entries(row).every(([field, value]) => old[field] === value);
}

if (import.meta.main) {
  sayFaults();
  await main();
}
