import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Detection, decode, EVALUATION, nonMaxSuppression } from '#lib/detection/index.ts';
import type { Engine } from '#lib/engine/index.ts';
import { buildGraph } from '#lib/model/index.ts';
import { readArchitectures } from './architectures.ts';

/** What the commands read of the card that stands beside a weights file. */
export interface Card {
  name: string;
  architecture: string;
  classes: string[];
  inputSize: number;
  sha256: string;
  seeds: { training: number };
  /** Per cent, of a detector that was judged on scenes. */
  AP?: number;
  /** Of a classifier: the width of its first stage over the published one. */
  widthMultiple?: number;
  /** Of a classifier: top-1 (per cent) on so many test pictures spread evenly. */
  check?: { pictures: number; top1: number };
  data?: { train?: { source?: string }; test?: { split?: string } };
}

/** A weights file and its card, not loaded yet. */
export interface Trained {
  /** The plan that the run belongs to, or `shipped`. */
  plan: string;
  card: Card;
  path: string;
}

/** A detector for pictures of one size. */
export interface Detector {
  /** Every box of a score above 0.001 in each picture; `pixels` are n pictures RGB in a row, 0 to 255. */
  candidates(pixels: ArrayLike<number>): Promise<Detection[][]>;
  /** The same after non-maximum suppression, as they are judged. */
  detect(pixels: ArrayLike<number>): Promise<Detection[][]>;
  unload(): void;
}

/** The weights in a folder (NAME.safetensors beside NAME.json), by name; those in a folder in it belong to its plan. */
export function weightsIn(folder: string): Trained[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.safetensors'))
    .sort()
    .map((file) => {
      const plan = dirname(file) === '.' ? 'shipped' : dirname(file);
      const path = join(folder, file);
      const card: Card = JSON.parse(readFileSync(path.replace('.safetensors', '.json'), 'utf8'));
      return { plan, card, path };
    });
}

/** A name that no other of the shipped weights has. */
export function titleOf({ plan, card }: Trained): string {
  return plan === 'shipped' ? card.name : `${plan}/${card.name}`;
}

/** A detector of generated scenes, which can be made again here; the pictures of data sets are not in the repository. */
export function isOnScenes({ card: { AP, data } }: Trained): boolean {
  return AP !== undefined && data?.train?.source === undefined;
}

/** The finished runs of a plan, runs/PLAN/VARIANT-SEED, in the order of their names. */
export function finishedRuns(folder: string): Trained[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((run) => existsSync(join(run, 'result.json')))
    .flatMap((run) => {
      const card: Card = JSON.parse(readFileSync(join(run, 'result.json'), 'utf8'));
      const path = join(run, `${card.architecture}.safetensors`);
      return existsSync(path) ? { plan: basename(folder), card, path } : [];
    });
}

/**
 * The detectors of generated scenes among a plan's finished runs or, without one, among a folder's weights; only those
 * of `variants` where there are any.
 */
export function detectorsOnScenes({
  runs,
  weights,
  variants = [],
}: {
  runs?: string;
  weights: string;
  variants?: string[];
}): Trained[] {
  const detectors = (runs ? finishedRuns(runs) : weightsIn(weights))
    .filter(isOnScenes)
    .filter(({ card }) => variants.length === 0 || variants.includes(card.architecture));
  if (detectors.length === 0) throw new Error(`no trained detectors in ${runs ?? weights}`);
  return detectors;
}

/** What stands behind --count. */
export function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`--count has to be a whole number from 1, not ${text}`);
  return count;
}

/** Loads weights for pictures of `size` px (default: the size that they were trained at), and checks their checksum. */
export async function loadDetector(
  engine: Engine,
  { card, path }: Trained,
  size: number | [number, number] = card.inputSize,
): Promise<Detector> {
  const graph = buildGraph(readArchitectures().get(card.architecture), {
    size,
    classes: card.classes.length,
  });
  const file = new Uint8Array(readFileSync(path));
  const info = await engine.load({ architecture: graph }, file.buffer, { sha256: card.sha256 });
  const candidates = async (pixels: ArrayLike<number>) => {
    const { outputs } = await engine.run(
      info.model,
      Float32Array.from(pixels, (v) => v / 255),
    );
    const count = outputs[0].shape[0];
    return Array.from({ length: count }, (_, image) => {
      const levels = info.levels.map((level, l) => {
        const [, height, width, channels] = outputs[l].shape;
        const each = height * width * channels;
        const data = outputs[l].data.subarray(image * each, (image + 1) * each);
        return { ...level, data, height, width };
      });
      return decode(levels, { classCount: info.classes, ...EVALUATION });
    });
  };
  return {
    candidates,
    detect: async (pixels) => (await candidates(pixels)).map((found) => nonMaxSuppression(found)),
    unload: () => engine.unload(info.model),
  };
}

/** One line on standard error, written over itself; nothing where nobody looks. */
export function progress(name: string, done: number, count: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${name}: ${done} of ${count}${done === count ? '\n' : ''}`);
}
