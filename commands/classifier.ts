import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '#lib/engine/index.ts';
import { buildGraph } from '#lib/model/index.ts';
import { readSafetensors } from '#lib/safetensors/index.ts';
import { readArchitectures } from './architectures.ts';
import { type Trained, titleOf } from './detector.ts';

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

/** The places of `count` pictures spread evenly over `length`, as training/ chooses them. */
export function spread(length: number, count: number): number[] {
  if (count >= length) return Array.from({ length }, (_, i) => i);
  return Array.from({ length: count }, (_, i) => Math.round((i * (length - 1)) / (count - 1)));
}

/** Top-1 of a classifier's weights on the pictures that its card was checked on. */
export async function classify(
  engine: Engine,
  trained: Trained,
  { pixels, labels, side }: LabelledPictures,
): Promise<ClassifierRow> {
  const { card, path } = trained;
  const { widthMultiple } = card;
  const classes = card.classes.length;
  const architecture = readArchitectures().get(card.architecture);
  const graph = buildGraph(architecture, { size: side, classes, widthMultiple });
  const file = new Uint8Array(readFileSync(path));
  const { model } = await engine.load({ architecture: graph }, file.buffer, {
    sha256: card.sha256,
  });
  const chosen = spread(labels.length, card.check!.pictures);
  const each = side * side * 3;
  let right = 0;
  for (let from = 0; from < chosen.length; from += BATCH) {
    const batch = chosen.slice(from, from + BATCH);
    const input = new Float32Array(batch.length * each);
    batch.forEach((picture, i) => {
      for (let p = 0; p < each; p++) input[i * each + p] = pixels[picture * each + p] / 255;
    });
    const { outputs } = await engine.run(model, input);
    batch.forEach((picture, i) => {
      const logits = outputs[0].data.subarray(i * classes, (i + 1) * classes);
      right += Number(logits.indexOf(Math.max(...logits)) === Number(labels[picture]));
    });
  }
  await engine.unload(model);
  const top1 = (100 * right) / chosen.length;
  return {
    name: titleOf(trained),
    data: `${chosen.length} test pictures`,
    top1,
    card: card.check!.top1,
  };
}
