// npm run evaluate: the shipped weights through the engine, on held-out scenes, against what their cards say.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { averagePrecision } from '#lib/detection/index.ts';
import type { Engine } from '#lib/engine/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { generateScene } from '#lib/scenes/index.ts';
import { type Card, loadDetector, progress, type Trained, weightsIn } from './detector.ts';
import { report } from './report.ts';

/** First seed of the held-out scenes: training and validation never come near it. */
export const TEST_SEED = 2_000_000;
/** Scenes that the cards speak of. */
export const TEST_COUNT = 500;
/** Largest difference from the card, points of AP. */
const LIMIT = 0.5;
const WEIGHTS = fileURLToPath(new URL('../site/public/weights/', import.meta.url));

export interface EvaluateRow {
  name: string;
  data: string;
  /** Per cent; null where there is no object to find. */
  AP: number | null;
  AP50: number | null;
  APsize: Record<string, number | null>;
  /** The card's AP, per cent; null where the card has none. */
  card: number | null;
}

/** AP of trained weights over `count` scenes of default parameters, in per cent. */
export async function evaluate(
  engine: Engine,
  trained: Trained,
  count: number,
  onScene: (done: number) => void = () => {},
): Promise<EvaluateRow> {
  const detector = await loadDetector(engine, trained);
  const images = [];
  for (let i = 0; i < count; i++) {
    const scene = generateScene({ seed: TEST_SEED + i });
    const [detections] = await detector.detect(scene.pixels);
    images.push({ detections, truths: scene.objects });
    onScene(i + 1);
  }
  detector.unload();
  const data = `${count} scenes from seed ${TEST_SEED.toLocaleString('en-US')}`;
  const { AP, AP50, APsize } = averagePrecision(images);
  return { name: trained.card.name, data, AP, AP50, APsize, card: trained.card.AP ?? null };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      count: { type: 'string', default: String(TEST_COUNT) },
      weights: { type: 'string', default: WEIGHTS },
      all: { type: 'boolean' },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`--count has to be a whole number from 1, not ${values.count}`);
  }
  // Without --only it is all of them; --all says so.
  const shipped = weightsIn(values.weights);
  const chosen = shipped.filter(
    ({ card }) => values.all || values.only.length === 0 || values.only.includes(card.name),
  );
  const judged = chosen.filter(({ card }) => onScenes(card));
  const passed = chosen.filter(({ card }) => !onScenes(card));
  const engine = createNodeEngine();
  await engine.use('wasm');
  const rows: EvaluateRow[] = [];
  for (const trained of judged) {
    const { name } = trained.card;
    rows.push(await evaluate(engine, trained, count, (done) => progress(name, done, count)));
  }
  print(rows, values.json ?? false);
  const off = rows.filter(
    ({ AP, card }) =>
      count === TEST_COUNT && !(Math.abs((AP ?? Number.NaN) - (card ?? Number.NaN)) <= LIMIT),
  );
  if (judged.length === 0) throw new Error(`there are no weights to judge in ${values.weights}`);
  for (const { card } of passed) {
    console.error(
      `${card.name}: not judged here, for it was trained on ${card.data?.train?.source ?? 'real pictures'}.`,
    );
  }
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

/** Generated scenes can be made again here; the pictures of data sets are not in the repository. */
function onScenes({ AP, data }: Card): boolean {
  return AP !== undefined && data?.train?.source === undefined;
}

if (import.meta.main) await main();
