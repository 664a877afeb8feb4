import { normal, random } from '../random/index.ts';
import { type TaskName, tasks } from './tasks/index.ts';

/** What the networks learn from, and what they are asked. */
export interface DatasetSettings {
  task: TaskName;
  /** Of the crops, pixels: a multiple of 4. */
  side: number;
  /** Of the thing in a crop, pixels. */
  size: number;
  /** Standard deviation of the noise on every pixel, grey levels. */
  noise: number;
  /** Crops to learn from. */
  examples: number;
}

/** Crops as the networks read them: NHWC float32, grey levels brought to about -2 to 2. */
export interface Crops {
  pixels: Float32Array;
  labels: Uint8Array;
}

export interface Dataset {
  settings: DatasetSettings;
  classes: number;
  /** To learn from. */
  seen: Crops;
  /** Never learnt from; as many of each class. */
  unseen: Crops;
}

/** Crops in one step of learning. */
export const BATCH = 32;
/** Crops that nobody learns from. */
export const UNSEEN = 480;

/** Seeds of the crops: what is asked comes from other scenes and other drawings than what is learnt. */
const SEEN_SEED = 11;
const UNSEEN_SEED = 12;

/** Grey levels 0..255 to what a network reads, and back. */
const MIDDLE = 127.5;
const SCALE = 64;

export function greyLevel(value: number): number {
  return Math.min(255, Math.max(0, value * SCALE + MIDDLE));
}

/** As many crops of each class, mixed, with noise. Yields how many of them are there. */
function* collect(
  { task: name, side, size, noise }: DatasetSettings,
  count: number,
  seed: number,
): Generator<number, Crops> {
  const task = tasks[name];
  const each = 3 * side * side;
  const pixels = new Float32Array(count * each);
  const labels = new Uint8Array(count);
  const next = random(seed, 0x90);
  const room = Array.from({ length: task.classes }, (_, label) =>
    Math.floor((count + task.classes - 1 - label) / task.classes),
  );
  let found = 0;
  for (const crop of task.crops({ side, size }, seed)) {
    if (found === count) break;
    if (room[crop.label] === 0) continue;
    room[crop.label]--;
    labels[found] = crop.label;
    for (let i = 0; i < each; i++) {
      // What a camera gives: a whole grey level in its range.
      const grey = Math.round(crop.pixels[i] + (noise > 0 ? noise * normal(next) : 0));
      pixels[found * each + i] = (Math.min(255, Math.max(0, grey)) - MIDDLE) / SCALE;
    }
    found++;
    yield found;
  }
  return { pixels, labels };
}

/** Makes the crops, the same for the same settings; yields the share that is done, in [0, 1]. */
export function* makeDataset(settings: DatasetSettings): Generator<number, Dataset> {
  const total = settings.examples + UNSEEN;
  const part = function* (count: number, seed: number, before: number) {
    const crops = collect(settings, count, seed);
    for (;;) {
      const { done, value } = crops.next();
      if (done) return value;
      yield (before + value) / total;
    }
  };
  const unseen = yield* part(UNSEEN, UNSEEN_SEED, 0);
  const seen = yield* part(settings.examples, SEEN_SEED, UNSEEN);
  return { settings, classes: tasks[settings.task].classes, seen, unseen };
}

/** The whole of it at once, where nobody waits: in commands and tests. */
export function datasetAtOnce(settings: DatasetSettings): Dataset {
  const making = makeDataset(settings);
  for (;;) {
    const { done, value } = making.next();
    if (done) return value;
  }
}
