// npm run evaluate: the shipped weights through the engine, on held-out scenes, against what their cards say.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { averagePrecision, decode, EVALUATION, nonMaxSuppression } from '#lib/detection/index.ts';
import type { Engine } from '#lib/engine/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { buildGraph } from '#lib/model/index.ts';
import { generateScene } from '#lib/scenes/index.ts';
import { readArchitectures } from './architectures.ts';
import { report } from './report.ts';

/** First seed of the held-out scenes: training and validation never come near it. */
export const TEST_SEED = 2_000_000;
/** Scenes that the cards speak of. */
export const TEST_COUNT = 500;
/** Largest difference from the card, points of AP. */
const LIMIT = 0.5;
const WEIGHTS = fileURLToPath(new URL('../site/public/weights/', import.meta.url));

/** What this command reads of the card that stands beside a weights file. */
interface Card {
  architecture: string;
  classes: string[];
  inputSize: number;
  sha256: string;
  AP: number;
}

export interface EvaluateRow {
  name: string;
  data: string;
  /** Per cent; null where there is no object to find. */
  AP: number | null;
  AP50: number | null;
  APsize: Record<string, number | null>;
  /** The card's AP, per cent. */
  card: number;
}

/** AP of FOLDER/NAME.safetensors over `count` scenes of default parameters, in per cent. */
export async function evaluate(
  engine: Engine,
  folder: string,
  name: string,
  count: number,
  onScene: (done: number) => void = () => {},
): Promise<EvaluateRow> {
  const card: Card = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const file = new Uint8Array(readFileSync(join(folder, `${name}.safetensors`)));
  const architecture = buildGraph(readArchitectures().get(card.architecture), {
    size: card.inputSize,
    classes: card.classes.length,
  });
  const info = await engine.load({ architecture }, file.buffer, { sha256: card.sha256 });
  const images = [];
  for (let i = 0; i < count; i++) {
    const scene = generateScene({ seed: TEST_SEED + i });
    const { outputs } = await engine.run(
      info.model,
      Float32Array.from(scene.pixels, (v) => v / 255),
    );
    const levels = info.levels.map((level, l) => {
      const [, height, width] = outputs[l].shape;
      return { ...level, data: outputs[l].data, height, width };
    });
    const candidates = decode(levels, { classCount: info.classes, ...EVALUATION });
    images.push({ detections: nonMaxSuppression(candidates), truths: scene.objects });
    onScene(i + 1);
  }
  engine.unload(info.model);
  const data = `${count} scenes from seed ${TEST_SEED.toLocaleString('en-US')}`;
  const { AP, AP50, APsize } = averagePrecision(images);
  return { name, data, AP, AP50, APsize, card: card.AP };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      count: { type: 'string', default: String(TEST_COUNT) },
      weights: { type: 'string', default: WEIGHTS },
    },
  });
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`--count has to be a whole number from 1, not ${values.count}`);
  }
  const names = readdirSync(values.weights)
    .filter((file) => file.endsWith('.safetensors'))
    .map((file) => file.replace('.safetensors', ''));
  const engine = createNodeEngine();
  await engine.use('wasm');
  const rows: EvaluateRow[] = [];
  for (const name of names) {
    rows.push(
      await evaluate(engine, values.weights, name, count, (done) => progress(name, done, count)),
    );
  }
  print(rows, values.json ?? false);
  const off = rows.filter(
    ({ AP, card }) => count === TEST_COUNT && !(Math.abs((AP ?? Number.NaN) - card) <= LIMIT),
  );
  if (names.length === 0) throw new Error(`there are no weights in ${values.weights}`);
  if (off.length === 0) return;
  console.error(`More than ${LIMIT} AP from the card: ${off.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 1;
}

function print(rows: EvaluateRow[], json: boolean): void {
  const flat = rows.map(({ name, data, AP, AP50, APsize, card }) => {
    const bins = Object.entries(APsize).map(([bin, value]) => [`AP ${bin} px`, value]);
    return { name, data, AP, AP50, ...Object.fromEntries(bins), card };
  });
  report(json ? rows : flat, {
    json,
    title: 'AP of the shipped weights, through the engine on wasm',
  });
}

/** One line on standard error, written over itself; nothing where nobody looks. */
function progress(name: string, done: number, count: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${name}: ${done} of ${count}${done === count ? '\n' : ''}`);
}

if (import.meta.main) await main();
