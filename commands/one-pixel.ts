// npm run one-pixel: the car that the strided detector of the lab loses most clearly when the picture moves by one pixel.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Look } from '#lib/detection/index.ts';
import { CLASSES, MOVING, type Moving, truthAt, windowAt } from '#lib/scenes/index.ts';
import { withShipped } from './detector.ts';
import { commit } from './lib/commit.ts';
import { root } from './lib/machine.mjs';
import { sayFaults } from './lib/say-faults.ts';
import { boxed, FOUND, lookAt } from './looks.ts';
import { rounded, typed } from './measured.ts';
import { report } from './report.ts';
import { movingObjects, scores } from './shift.ts';

/** Whose cars they are, and who looks at them besides. */
const [STRIDED, SPD] = ['yolov5p', 'yolov5p-spd'] as const;
const FILE = join(root, 'content', 'results', 'measured', 'one-pixel.json');

/** Scores of an object at every whole pixel, by a detector of the lab. */
export function scoresOf(architecture: string, objects: readonly Moving[]): Promise<number[][]> {
  return withShipped(architecture, MOVING.window, async (detector) => {
    const all: number[][] = [];
    for (const moving of objects)
      all.push((await scores(detector, moving)).filter((_, move) => move % MOVING.fine === 0));
    return all;
  });
}

/** What a detector of the lab makes of an object at some moves. */
export function looksOf(
  architecture: string,
  moving: Moving,
  moves: readonly number[],
): Promise<Look[]> {
  return withShipped(architecture, MOVING.window, async (detector) => {
    const all: Look[] = [];
    for (const move of moves)
      all.push(await lookAt(detector, windowAt(moving, move), truthAt(moving, move)));
    return all;
  });
}

/** The step of one pixel at which a car that was found is lost, or the other way round, and by how much its score falls. */
export function fallOf(track: readonly number[]): { pixel: number; fall: number } {
  const falls = track.slice(1).map((after, pixel) => {
    const [low, high] = [after, track[pixel]].sort((a, b) => a - b);
    return { pixel, fall: low < FOUND && high >= FOUND ? high - low : 0 };
  });
  return falls.reduce((most, each) => (each.fall > most.fall ? each : most));
}

const round = (value: number) => rounded(value, 4);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, write: { type: 'boolean' } },
  });
  const cars = movingObjects(300).filter(
    ({ scene }) => CLASSES[scene.objects[0].classIndex] === 'car',
  );
  const tracks = await scoresOf(STRIDED, cars);
  const falls = tracks.map(fallOf);
  const fallen = falls.filter(({ fall }) => fall > 0).length;
  const place = falls.reduce((best, { fall }, i) => (fall > falls[best].fall ? i : best), 0);
  const moving = cars[place];
  const [spd] = await scoresOf(SPD, [moving]);
  const { pixel } = falls[place];
  const steps = [pixel, pixel + 1];
  const moves = steps.map((at) => at * MOVING.fine);
  const [byStrided, bySpd] = [
    await looksOf(STRIDED, moving, moves),
    await looksOf(SPD, moving, moves),
  ];
  const pair = steps.map((at, i) => ({
    move: moves[i],
    strided: round(tracks[place][at]),
    spd: round(spd[at]),
    truth: boxed(truthAt(moving, moves[i])),
    looks: { strided: byStrided[i], spd: bySpd[i] },
  }));
  const { width, height } = truthAt(moving, 0);
  const found = {
    command: typed('one-pixel'),
    commit: commit(),
    detectors: { strided: STRIDED, spd: SPD },
    threshold: FOUND,
    cars: cars.length,
    fallen,
    seed: moving.seed,
    length: round(moving.scene.objects[0].length / MOVING.fine),
    box: [round(width), round(height)],
    pair,
  };
  if (values.write) writeFileSync(FILE, `${JSON.stringify(found, null, 2)}\n`);
  report(values.json ? [found] : pair.map(({ move, strided, spd }) => ({ move, strided, spd })), {
    json: values.json,
    title: `Car ${found.seed}: lost by one pixel, as ${fallen} of ${cars.length} are`,
  });
}

if (import.meta.main) {
  sayFaults();
  await main();
}
