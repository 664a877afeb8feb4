// npm run red-car: red cars of 8 pixels in scenes that no network has seen, and the same scenes taken with fewer pixels: how
// many of them the detectors of the lab find, and one car as each of them sees it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Look, outcomeOf } from '#lib/detection/index.ts';
import { CLASSES, loneObject, type Scene, SceneRenderer } from '#lib/scenes/index.ts';
import { countOf, withShipped } from './detector.ts';
import { commit } from './lib/commit.ts';
import { root } from './lib/machine.mjs';
import { sayFaults } from './lib/say-faults.ts';
import { boxed, FOUND, lookAt } from './looks.ts';
import { typed } from './measured.ts';
import { report } from './report.ts';

/** Those of the lab: strided, SPD-Conv as published, and the wider strided one that does its work. */
export const DETECTORS = ['yolov5p', 'yolov5p-spd', 'yolov5p-wide-macs'] as const;
const FILE = join(root, 'content', 'results', 'measured', 'red-car.json');
/** First seed that is tried: scenes of this range were neither learned from nor judged by. */
const FIRST = 5_000_000;
/** Sides of the pictures of one scene, px: a car of 8 px in the first has 6 in the second and 4 in the third. */
const SIDES = [128, 96, 64] as const;
/** How much redder than green and blue a red car is at its middle, grey levels. */
const RED = 45;

/** Of the scene's only object: a car, red at its middle, and wholly in the picture. */
export function isRedCar({ objects, pixels, width, height }: Scene): boolean {
  const [object] = objects;
  if (objects.length !== 1 || CLASSES[object.classIndex] !== 'car') return false;
  const { x, y, width: wide, height: high } = object;
  const isInside = x >= 1 && y >= 1 && x + wide <= width - 1 && y + high <= height - 1;
  const at = 3 * (Math.floor(y + high / 2) * width + Math.floor(x + wide / 2));
  const [red, green, blue] = pixels.subarray(at, at + 3);
  return isInside && red - Math.max(green, blue) >= RED;
}

/** A box with too low a score is none. */
type Outcome = 'found' | 'misplaced' | 'missed';

/** A car as one detector sees it, and what comes of it. */
export interface Judged {
  look: Look;
  outcome: Outcome;
}

/** What a detector of the lab makes of the car in each scene, taken with `side` px. */
export function looksOf(architecture: string, seeds: readonly number[], side: number) {
  const renderer = new SceneRenderer();
  return withShipped(architecture, side, async (detector) => {
    const all: Judged[] = [];
    for (const seed of seeds) {
      const { pixels, objects } = renderer.render(loneObject(seed, side));
      const look = await lookAt(detector, pixels, objects[0]);
      const { outcome } = outcomeOf(look, boxed(objects[0]), FOUND);
      all.push({ look, outcome: outcome === 'doubted' ? 'missed' : outcome });
    }
    return all;
  });
}

/**
 * The car that is shown, by its place: of those that SPD-Conv finds in all pictures, and the strided detector in all but
 * the last, which has nothing of it there, the one that SPD-Conv is surest of. `judged` are by detector, then by side.
 */
export function shownOf([strided, spd]: readonly (readonly (readonly Judged[])[])[]): number {
  const last = SIDES.length - 1;
  const fits = (i: number) =>
    SIDES.every((_, s) => {
      const wanted: Outcome = s < last ? 'found' : 'missed';
      return spd[s][i].outcome === 'found' && strided[s][i].outcome === wanted;
    });
  const sureness = (i: number) => spd[last][i].look.best?.score ?? 0;
  const places = spd[last].map((_, i) => i).filter(fits);
  return places.reduce((best, i) => (sureness(i) > sureness(best) ? i : best));
}

function redCars(count: number): number[] {
  const renderer = new SceneRenderer();
  const seeds: number[] = [];
  for (let seed = FIRST; seeds.length < count; seed++)
    if (isRedCar(renderer.render(loneObject(seed)))) seeds.push(seed);
  return seeds;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      write: { type: 'boolean' },
      count: { type: 'string', default: '100' },
    },
  });
  const count = countOf(values.count);
  const seeds = redCars(count);
  const judged: Judged[][][] = [];
  for (const architecture of DETECTORS) {
    const own: Judged[][] = [];
    for (const side of SIDES) own.push(await looksOf(architecture, seeds, side));
    judged.push(own);
  }
  const shown = shownOf(judged);
  const renderer = new SceneRenderer();
  const numberOf = (all: readonly Judged[], wanted: Outcome) =>
    all.filter(({ outcome }) => outcome === wanted).length;
  const views = SIDES.map((side, s) => {
    const [{ length, ...object }] = renderer.render(loneObject(seeds[shown], side)).objects;
    return {
      side,
      length: Math.round(length),
      truth: boxed(object),
      counts: judged.map((own) => ({
        found: numberOf(own[s], 'found'),
        misplaced: numberOf(own[s], 'misplaced'),
        missed: numberOf(own[s], 'missed'),
      })),
      looks: judged.map((own) => own[s][shown].look),
    };
  });
  const [command, now] = [typed('red-car'), commit()];
  const about = { command, commit: now, detectors: DETECTORS, threshold: FOUND, cars: count };
  const found = { ...about, seed: seeds[shown], views };
  if (values.write) writeFileSync(FILE, `${JSON.stringify(found, null, 2)}\n`);
  const table = views.flatMap(({ length, counts }) =>
    DETECTORS.map((network, d) => ({ length, network, ...counts[d] })),
  );
  report(values.json ? [found] : table, {
    json: values.json,
    title: `${count} red cars; shown is that of seed ${found.seed}`,
  });
}

if (import.meta.main) {
  sayFaults();
  await main();
}
