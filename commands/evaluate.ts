// npm run evaluate: the shipped weights through the engine, on held-out scenes, against what their cards say.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { averagePrecision } from '#lib/detection/index.ts';
import type { Engine } from '#lib/engine/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { generateScene } from '#lib/scenes/index.ts';
import { type BoxedPicture, readBoxed, shardOf } from './boxed.ts';
import { type ClassifierRow, classify, readPictures } from './classifier.ts';
import {
  countOf,
  isOnScenes,
  loadDetector,
  progress,
  type Trained,
  titleOf,
  weightsIn,
} from './detector.ts';
import { sayFaults } from './lib/say-faults.ts';
import { report } from './report.ts';

/** First seed of the held-out scenes: training and validation never come near it. */
export const TEST_SEED = 2_000_000;
/** Scenes that the cards speak of. */
export const TEST_COUNT = 500;
/** Largest difference from the card, points of AP. */
const LIMIT = 0.5;
/** The same for a classifier, points of top-1. */
const TOP1_LIMIT = 0.3;
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
export function evaluate(
  engine: Engine,
  trained: Trained,
  count: number,
  onScene: (done: number) => void = () => {},
): Promise<EvaluateRow> {
  const data = `${count} scenes from seed ${TEST_SEED.toLocaleString('en-US')}`;
  return judgeOn(engine, trained, data, scenes(count, onScene));
}

function* scenes(count: number, onScene: (done: number) => void): Generator<BoxedPicture> {
  for (let i = 0; i < count; i++) {
    yield generateScene({ seed: TEST_SEED + i });
    onScene(i + 1);
  }
}

/** AP of trained weights over the test pictures of their data set, in per cent. */
export function evaluateOn(
  engine: Engine,
  trained: Trained,
  pictures: readonly BoxedPicture[],
): Promise<EvaluateRow> {
  return judgeOn(engine, trained, `${pictures.length} pictures of ${trained.plan}`, pictures);
}

async function judgeOn(
  engine: Engine,
  trained: Trained,
  data: string,
  pictures: Iterable<BoxedPicture>,
): Promise<EvaluateRow> {
  const detector = await loadDetector(engine, trained);
  const images = [];
  for (const { pixels, objects } of pictures) {
    const [detections] = await detector.detect(pixels);
    images.push({ detections, truths: objects });
  }
  await detector.unload();
  const { AP, AP50, APsize } = averagePrecision(images);
  return { name: titleOf(trained), data, AP, AP50, APsize, card: trained.card.AP ?? null };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      count: { type: 'string', default: String(TEST_COUNT) },
      weights: { type: 'string', default: WEIGHTS },
      pictures: { type: 'string', default: 'shards/cifar10' },
      shards: { type: 'string', default: 'shards' },
      all: { type: 'boolean' },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const count = countOf(values.count);
  // Without --only it is all of them; --all says so.
  const shipped = weightsIn(values.weights);
  const chosen = shipped.filter(
    (one) => values.all || values.only.length === 0 || values.only.includes(titleOf(one)),
  );
  const judged = chosen.filter(isOnScenes);
  const pictures = readPictures(values.pictures);
  const classifiers = chosen.filter(({ card }) => card.check && pictures);
  const boxed = chosen
    .filter((one) => !isOnScenes(one) && !one.card.check)
    .flatMap((one) => {
      const found = readBoxed(shardOf(values.shards, one));
      return found ? [{ one, found }] : [];
    });
  const looked = new Set([...judged, ...classifiers, ...boxed.map(({ one }) => one)]);
  const passed = chosen.filter((one) => !looked.has(one));
  const engine = createNodeEngine();
  await engine.use('wasm');
  const onScenes: EvaluateRow[] = [];
  for (const trained of judged) {
    const name = titleOf(trained);
    onScenes.push(await evaluate(engine, trained, count, (done) => progress(name, done, count)));
  }
  const onPictures: EvaluateRow[] = [];
  for (const { one, found } of boxed) onPictures.push(await evaluateOn(engine, one, found));
  const classified: ClassifierRow[] = [];
  for (const trained of classifiers) classified.push(await classify(engine, trained, pictures!));
  print([...onScenes, ...onPictures], classified, values.json ?? false);
  if (looked.size === 0) throw new Error(`there are no weights to judge in ${values.weights}`);
  for (const one of passed)
    console.error(`${titleOf(one)}: not judged, its pictures are not at hand.`);
  const away = (value: number | null, card: number | null, limit: number) =>
    !(Math.abs((value ?? Number.NaN) - (card ?? Number.NaN)) <= limit);
  const off = [
    // Fewer scenes than the card speaks of give another AP.
    ...(count === TEST_COUNT ? onScenes : []).filter(({ AP, card }) => away(AP, card, LIMIT)),
    ...onPictures.filter(({ AP, card }) => away(AP, card, LIMIT)),
    ...classified.filter(({ top1, card }) => away(top1, card, TOP1_LIMIT)),
  ];
  if (off.length === 0) return;
  const names = off.map(({ name }) => name).join(', ');
  console.error(`More than ${LIMIT} AP or ${TOP1_LIMIT} top-1 from the card: ${names}.`);
  process.exitCode = 1;
}

function print(rows: EvaluateRow[], classified: ClassifierRow[], json: boolean): void {
  const flat = rows.map(({ name, data, AP, AP50, APsize, card }) => {
    const bins = Object.entries(APsize).map(([bin, value]) => [`AP ${bin} px`, value]);
    return { name, data, AP, AP50, ...Object.fromEntries(bins), card };
  });
  if (json) report([...rows, ...classified], { json });
  if (json) return;
  if (flat.length > 0)
    report(flat, { title: 'AP of the shipped weights, through the engine on wasm' });
  if (classified.length > 0) report(classified, { title: '\nTop-1 of the shipped classifiers' });
}

if (import.meta.main) {
  sayFaults();
  await main();
}
