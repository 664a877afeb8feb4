// npm run gallery: the lab's set pieces. Of each kind of scene many are looked at; who found more is counted, and the
// gallery shows each outcome as often as it occurs.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeDetections, nonMaxSuppression, SHOWN } from '#lib/detection/index.ts';
import { type Detector, filled } from '#lib/detector/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { SceneRenderer } from '#lib/scenes/index.ts';
import { load, weightsIn } from './detector.ts';
import { choose, countsOf, type Looked, OUTCOMES, type Outcome } from './gallery/choose.ts';
import { KINDS, type Kind } from './gallery/kinds.ts';
import { commit } from './lib/commit.ts';
import { root } from './lib/machine.mjs';
import { sayFaults } from './lib/say-faults.ts';
import { report } from './report.ts';

/** Who is compared: the SPD network and its fair rival, trained longest, as the lab shows them. */
const [SPD, RIVAL] = ['yolov5p-spd', 'yolov5p-wide-macs'] as const;
/** First seed: of no training, and of no other measurement. */
const SEED = 6_000_000;
const FILE = join(root, 'content', 'results', 'measured', 'gallery.json');

async function found(
  detector: Detector,
  scene: ReturnType<SceneRenderer['render']>,
): Promise<number> {
  const { outputs } = await detector.run(filled(scene));
  const boxes = detector.boxes(outputs, { scoreThreshold: SHOWN.scoreThreshold });
  const judged = judgeDetections(nonMaxSuppression(boxes, SHOWN), scene.objects);
  return judged.found.filter((truth) => truth >= 0).length;
}

/** The first scenes that belong to a kind; fewer than `many` where `most` seeds have no more. */
async function lookAt(
  kind: Kind,
  detectors: readonly Detector[],
  { many, most }: { many: number; most: number },
) {
  const renderer = new SceneRenderer();
  const scenes: Looked[] = [];
  let seeds = 0;
  for (; seeds < most && scenes.length < many; seeds++) {
    const seed = SEED + seeds;
    const scene = renderer.render({ ...kind.settings, seed });
    if (!kind.belongs(scene)) continue;
    const [spd, rival] = await Promise.all(detectors.map((detector) => found(detector, scene)));
    scenes.push({ seed, objects: scene.objects.length, spd, rival });
  }
  return { scenes, seeds };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      many: { type: 'string', default: '100' },
      most: { type: 'string', default: '2000' },
    },
  });
  const limits = { many: Number(values.many), most: Number(values.most) };
  const engine = createNodeEngine();
  await engine.use('wasm');
  const weights = weightsIn(join(root, 'site', 'public', 'weights'));
  const detectors = await Promise.all(
    [SPD, RIVAL].map((name) =>
      load(
        engine,
        weights.find(({ plan, card }) => plan === 'shipped' && card.architecture === name)!,
      ),
    ),
  );
  const kinds = [];
  for (const kind of KINDS) {
    kinds.push({ ...kind, ...(await lookAt(kind, detectors, limits)) });
    console.error(`${kind.name}: ${kinds.at(-1)!.scenes.length} scenes`);
  }
  const named = (counts: readonly number[]) =>
    Object.fromEntries(OUTCOMES.map((outcome, i) => [outcome, counts[i]])) as Record<
      Outcome,
      number
    >;
  const rows = kinds.map(({ name, settings, scenes, seeds }) => ({
    ...{ kind: name, settings, seeds, scenes: scenes.length },
    ...named(countsOf(scenes)),
  }));
  const pieces = choose(kinds).map(({ name, outcome, piece }) => ({
    ...{ kind: name, outcome, settings: KINDS.find((kind) => kind.name === name)!.settings },
    ...piece,
  }));
  if (values.write) {
    const about = {
      command: 'npm run gallery -- --write',
      commit: commit(),
      detectors: { spd: SPD, rival: RIVAL },
      threshold: SHOWN.scoreThreshold,
      firstSeed: SEED,
    };
    const all = kinds.flatMap(({ scenes }) => scenes);
    const file = {
      ...about,
      scenes: all.length,
      counts: named(countsOf(all)),
      kinds: rows,
      pieces,
    };
    writeFileSync(FILE, `${JSON.stringify(file, null, 2)}\n`);
  }
  const plain = rows.map(({ settings, ...row }) => ({
    ...row,
    settings: JSON.stringify(settings),
  }));
  report(plain, { json: values.json, title: 'Set pieces: who found more, SPD or its fair rival' });
}

sayFaults();
await main();
