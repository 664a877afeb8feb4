// npm run shift: how the score of one fixed object changes as it moves by one pixel, and by half a pixel.
import { parseArgs } from 'node:util';
import type { Engine } from '#lib/engine/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import type { MeasuredRow } from '#lib/results/index.ts';
import { MOVING, type Moving, movingObject, truthAt, windowAt } from '#lib/scenes/index.ts';
import {
  countOf,
  detectorsOnScenes,
  type JudgedDetector,
  loadDetector,
  progress,
  type Trained,
} from './detector.ts';
import { commit } from './lib/commit.ts';
import { sayFaults } from './lib/say-faults.ts';
import { bestOf, FOUND } from './looks.ts';
import { record, rounded, typed } from './measured.ts';
import { report } from './report.ts';

const { window: WINDOW, moves: MOVES, fine: FINE } = MOVING;

/** The first objects of a count that stay inside the window at every move. */
export function movingObjects(count: number): Moving[] {
  const objects: Moving[] = [];
  for (let seed = MOVING.firstSeed; objects.length < count; seed++) {
    const moving = movingObject(seed);
    if (moving) objects.push(moving);
  }
  return objects;
}

/** The score of the object at each move: the best of its class whose box overlaps it by half, else 0. */
export async function scores(detector: JudgedDetector, moving: Moving): Promise<number[]> {
  const each = WINDOW * WINDOW * 3;
  const pixels = new Float32Array(MOVES * each);
  for (let move = 0; move < MOVES; move++) pixels.set(windowAt(moving, move), move * each);
  const found = await detector.candidates(pixels);
  return found.map((candidates, move) => bestOf(candidates, truthAt(moving, move))?.score ?? 0);
}

export interface ShiftMeasures {
  deviation: number;
  range: number;
  lost: number;
  found: number;
  oddEven: number;
  objects: number;
}

/** From the scores of each object at each move. Lost and found in per cent; the others in units of the score. */
export function shiftMeasures(tracks: readonly (readonly number[])[]): ShiftMeasures {
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const deviation = (track: readonly number[]) =>
    Math.sqrt(mean(track.map((score) => (score - mean(track)) ** 2)));
  const half = (track: readonly number[], odd: number) =>
    mean(track.filter((_, i) => i % 2 === odd));
  const isLost = (track: readonly number[]) =>
    Math.max(...track) >= FOUND && Math.min(...track) < FOUND;
  const round = (value: number) => rounded(value, 5);
  return {
    deviation: round(mean(tracks.map(deviation))),
    range: round(mean(tracks.map((track) => Math.max(...track) - Math.min(...track)))),
    lost: round(100 * mean(tracks.map((track) => Number(isLost(track))))),
    found: round(100 * mean(tracks.map((track) => mean(track.map((s) => Number(s >= FOUND)))))),
    oddEven: round(mean(tracks.map((track) => Math.abs(half(track, 1) - half(track, 0))))),
    objects: tracks.length,
  };
}

/** Both rows of a detector: moves of a pixel, and of half a pixel. */
export async function shiftRows(
  engine: Engine,
  trained: Trained,
  objects: readonly Moving[],
): Promise<MeasuredRow[]> {
  const detector = await loadDetector(engine, trained, WINDOW);
  const tracks: number[][] = [];
  for (const moving of objects) tracks.push(await scores(detector, moving));
  await detector.unload();
  const { plan, card } = trained;
  const row = (move: string, of: number[][]) => ({
    plan,
    move,
    variant: card.architecture,
    seed: card.seeds.training,
    ...shiftMeasures(of),
    weights: card.sha256.slice(0, 12),
    command: typed('shift'),
    commit: commit(),
  });
  const whole = tracks.map((track) => track.filter((_, move) => move % FINE === 0));
  return [row('one pixel', whole), row('half a pixel', tracks)];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      runs: { type: 'string' },
      weights: { type: 'string', default: 'site/public/weights' },
      variants: { type: 'string', multiple: true },
      count: { type: 'string', default: '300' },
      record: { type: 'boolean' },
    },
  });
  const count = countOf(values.count);
  const detectors = detectorsOnScenes(values);
  const objects = movingObjects(count);
  const engine = createNodeEngine();
  await engine.use('wasm');
  const rows: MeasuredRow[] = [];
  for (const [i, trained] of detectors.entries()) {
    const measured = await shiftRows(engine, trained, objects);
    if (values.record) record('shifts', measured);
    rows.push(...measured);
    progress('detectors', i + 1, detectors.length);
  }
  const flat = rows.map(({ command, commit, weights, ...row }) => row);
  report(values.json ? rows : flat, {
    json: values.json,
    title: 'The score of one object as it moves',
  });
}

if (import.meta.main) {
  sayFaults();
  await main();
}
