import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Detection, EVALUATION, nonMaxSuppression } from '#lib/detection/index.ts';
import { type Card, Detector, type Runner, readCard } from '#lib/detector/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { readArchitectures } from './architectures.ts';
import { root } from './lib/machine.mjs';

/** A weights file and its card, not loaded yet. */
export interface Trained {
  /** The plan that the run belongs to, or `shipped`. */
  plan: string;
  card: Card;
  path: string;
}

/** A detector for pictures of one size, judged by all boxes. */
export interface JudgedDetector {
  /** Every box of a score above 0.001 in each picture; `pixels` are n pictures RGB in a row, 0 to 255. */
  candidates(pixels: ArrayLike<number>): Promise<Detection[][]>;
  /** The same after non-maximum suppression, as they are judged. */
  detect(pixels: ArrayLike<number>): Promise<Detection[][]>;
  unload(): Promise<void>;
}

/** The weights in a folder (NAME.safetensors beside NAME.json), by name; those in a folder in it belong to its plan. */
export function weightsIn(folder: string): Trained[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.safetensors'))
    .sort()
    .map((file) => {
      const plan = dirname(file) === '.' ? 'shipped' : dirname(file);
      const path = join(folder, file);
      return { plan, card: cardAt(path.replace('.safetensors', '.json')), path };
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
      const card = cardAt(join(run, 'result.json'));
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

function cardAt(path: string): Card {
  return readCard(readFileSync(path, 'utf8'), path);
}

/** Loads weights, and checks their checksum. */
export function load(runner: Runner, { card, path }: Trained): Promise<Detector> {
  const { buffer } = new Uint8Array(readFileSync(path));
  return Detector.load(runner, {
    architecture: readArchitectures().get(card.architecture),
    source: { kind: 'bytes', bytes: buffer, card },
  });
}

/** Loads a detector for pictures of `size` px (default: the size that it was trained at). */
export async function loadDetector(
  runner: Runner,
  trained: Trained,
  size: number | [height: number, width: number] = trained.card.inputSize,
): Promise<JudgedDetector> {
  const detector = await load(runner, trained);
  const [height, width] = typeof size === 'number' ? [size, size] : size;
  const candidates = async (pixels: ArrayLike<number>) => {
    const data = Float32Array.from(pixels, (v) => v / 255);
    const { outputs } = await detector.run({ data, height, width });
    const pictures = Array.from({ length: outputs[0].shape[0] }, (_, i) => i);
    return pictures.map((picture) => detector.boxes(outputs, EVALUATION, picture));
  };
  return {
    candidates,
    detect: async (pixels) => (await candidates(pixels)).map((found) => nonMaxSuppression(found)),
    unload: () => detector.unload(),
  };
}

/** Works with a detector of the lab, for pictures of `size` px. */
export async function withShipped<Result>(
  architecture: string,
  size: number,
  work: (detector: JudgedDetector) => Promise<Result>,
): Promise<Result> {
  const trained = weightsIn(join(root, 'site', 'public', 'weights')).find(
    ({ plan, card }) => plan === 'shipped' && card.architecture === architecture,
  )!;
  const engine = createNodeEngine();
  await engine.use('wasm');
  const detector = await loadDetector(engine, trained, size);
  const result = await work(detector);
  await detector.unload();
  return result;
}

/** One line on standard error, written over itself; nothing where nobody looks. */
export function progress(name: string, done: number, count: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${name}: ${done} of ${count}${done === count ? '\n' : ''}`);
}
