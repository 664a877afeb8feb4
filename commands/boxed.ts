import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Truth } from '#lib/detection/index.ts';
import { readSafetensors } from '#lib/safetensors/index.ts';
import type { Trained } from './detector.ts';

/** A picture and what is on it: HWC bytes, boxes in pixels. */
export interface BoxedPicture {
  pixels: ArrayLike<number>;
  objects: Truth[];
}

/** Where the test pictures of a data set's detector are looked for: SHARDS/PLAN/SPLIT, as training/ packs them (strideless.real). */
export function shardOf(shards: string, { plan, card }: Trained): string {
  return join(shards, plan, card.data?.test?.split ?? '', '000.safetensors');
}

/** The packed pictures of a data set; undefined where there are none: they are not in the repository. */
export function readBoxed(path: string): BoxedPicture[] | undefined {
  if (!existsSync(path)) return undefined;
  const { tensors } = readSafetensors(new Uint8Array(readFileSync(path)));
  const [images, objects, offsets] = ['images', 'objects', 'offsets'].map(
    (name) => tensors.get(name)!,
  );
  const [count, height, width] = images.shape;
  const bytes = height * width * 3;
  return Array.from({ length: count }, (_, i) => ({
    pixels: (images.data as Uint8Array).subarray(i * bytes, (i + 1) * bytes),
    objects: Array.from(
      { length: Number(offsets.data[i + 1]) - Number(offsets.data[i]) },
      (_, j) => {
        const from = 5 * (Number(offsets.data[i]) + j);
        const [classIndex, x, y, w, h] = (objects.data as Float32Array).subarray(from, from + 5);
        return { classIndex, x, y, width: w, height: h };
      },
    ),
  }));
}
