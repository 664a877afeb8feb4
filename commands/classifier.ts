import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { best, spread } from '#lib/classify/tally.ts';
import type { Runner } from '#lib/detector/index.ts';
import { readSafetensors } from '#lib/safetensors/index.ts';
import { load, type Trained, titleOf } from './detector.ts';

/** Small pictures with one label each, as training/ packs them (strideless.labelled). */
export interface LabelledPictures {
  /** RGB bytes of all pictures in a row. */
  pixels: Uint8Array;
  labels: ArrayLike<number | bigint>;
  /** Side of a picture, px. */
  side: number;
}

export interface ClassifierRow {
  name: string;
  data: string;
  /** Per cent. */
  top1: number;
  /** The card's top-1 on the same pictures. */
  card: number;
}

/** Pictures that go through the network at once. */
const BATCH = 100;

/** The packed test pictures of a folder; undefined where there are none: they are not in the repository. */
export function readPictures(folder: string): LabelledPictures | undefined {
  const path = join(folder, 'test.safetensors');
  if (!existsSync(path)) return undefined;
  const { tensors } = readSafetensors(new Uint8Array(readFileSync(path)));
  const images = tensors.get('images')!;
  return {
    pixels: images.data as Uint8Array,
    labels: tensors.get('labels')!.data,
    side: images.shape[1],
  };
}

/** Top-1 of a classifier's weights on the pictures that its card was checked on. */
export async function classify(
  runner: Runner,
  trained: Trained,
  { pixels, labels, side }: LabelledPictures,
): Promise<ClassifierRow> {
  const { card } = trained;
  const detector = await load(runner, trained);
  const chosen = spread(labels.length, card.check!.pictures);
  const each = side * side * 3;
  let right = 0;
  for (let from = 0; from < chosen.length; from += BATCH) {
    const batch = chosen.slice(from, from + BATCH);
    const data = new Float32Array(batch.length * each);
    batch.forEach((picture, i) => {
      for (let p = 0; p < each; p++) data[i * each + p] = pixels[picture * each + p] / 255;
    });
    const { outputs } = await detector.run({ data, height: side, width: side });
    batch.forEach((picture, i) => {
      const probabilities = detector.probabilities(outputs, i);
      right += Number(best(probabilities) === Number(labels[picture]));
    });
  }
  await detector.unload();
  const top1 = (100 * right) / chosen.length;
  return {
    name: titleOf(trained),
    data: `${chosen.length} test pictures`,
    top1,
    card: card.check!.top1,
  };
}
