// Tasks on crops of the generated scenes, the ones that the detectors of the site have learnt from.
import { integer, type Random, random } from '../../random/index.ts';
import { CLASSES, generateScene, type Scene, type SceneObject } from '../../scenes/index.ts';
import type { Crop, CropSettings, Task } from './task.ts';

/** Scenes of one seed do not meet those of another. */
const SCENES_PER_SEED = 100_000;
/** A thing stands so far from the middle at most, pixels. */
const JITTER = 2;
/** Crops without anything in them are tried for so often in one scene. */
const TRIES = 40;

function* scenes(size: number, count: number, seed: number): Generator<[Scene, Random], never> {
  for (let i = 0; ; i++) {
    const own = seed * SCENES_PER_SEED + i;
    const scene = generateScene({ seed: own, sizeMin: size, sizeMax: size, count, noise: 0 });
    yield [scene, random(own, 0xc0)];
  }
}

function crop({ pixels, width }: Scene, left: number, top: number, side: number): Float32Array {
  const out = new Float32Array(side * side * 3);
  for (let y = 0; y < side; y++) {
    const from = 3 * ((top + y) * width + left);
    out.set(pixels.subarray(from, from + 3 * side), 3 * y * side);
  }
  return out;
}

/** Upper left corner of a crop around an object; undefined where it would leave the scene. */
function around(
  { width, height }: Scene,
  object: SceneObject,
  side: number,
  next: Random,
): [left: number, top: number] | undefined {
  const begin = (start: number, length: number) =>
    Math.round(start + length / 2 - side / 2) + integer(next, -JITTER, JITTER);
  const [left, top] = [begin(object.x, object.width), begin(object.y, object.height)];
  const inside = left >= 0 && top >= 0 && left + side <= width && top + side <= height;
  return inside ? [left, top] : undefined;
}

/** The class of the crop for each class of the scenes; the others are left out. */
const KINDS: Readonly<Record<string, number>> = { car: 0, truck: 1, bus: 1 };

/** Is it a car, or a truck or bus? All are `size` pixels long: they differ in how wide they are and in their roofs. */
export const vehicle: Task = {
  classes: 2,
  sizes: [4, 12, 7],
  noise: 4,
  *crops({ side, size }: CropSettings, seed: number): Generator<Crop, never> {
    for (const [scene, next] of scenes(size, 100, seed))
      for (const object of scene.objects) {
        const label = KINDS[CLASSES[object.classIndex]];
        const corner = label === undefined ? undefined : around(scene, object, side, next);
        if (corner) yield { pixels: crop(scene, ...corner, side), label };
      }
    throw new Error('scenes never end');
  },
};

/** Is there anything at all, car, truck, bus, plane or boat, `size` pixels long? */
export const present: Task = {
  classes: 2,
  sizes: [3, 12, 4],
  noise: 8,
  *crops({ side, size }: CropSettings, seed: number): Generator<Crop, never> {
    for (const [scene, next] of scenes(size, 30, seed)) {
      for (const object of scene.objects) {
        const corner = around(scene, object, side, next);
        if (corner) yield { pixels: crop(scene, ...corner, side), label: 1 };
      }
      for (let i = 0; i < TRIES; i++) {
        const left = integer(next, 0, scene.width - side);
        const top = integer(next, 0, scene.height - side);
        if (scene.objects.every((object) => apart(object, left, top, side)))
          yield { pixels: crop(scene, left, top, side), label: 0 };
      }
    }
    throw new Error('scenes never end');
  },
};

function apart(object: SceneObject, left: number, top: number, side: number): boolean {
  return (
    object.x > left + side ||
    object.y > top + side ||
    object.x + object.width < left ||
    object.y + object.height < top
  );
}
