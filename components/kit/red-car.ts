// One red car in pictures of fewer and fewer pixels, and what the detectors of the lab make of it, from the file of
// `npm run red-car`.
import type { Look, SeenBox } from '#lib/detection/index.ts';
import { generateScene, loneObject, type Scene } from '#lib/scenes/index.ts';

/** The scene with a side of `side` px. */
interface View {
  side: number;
  /** Of the car, px. */
  length: number;
  truth: SeenBox['box'];
  /** Of all the red cars, by detector. */
  counts: Record<'found' | 'misplaced' | 'missed', number>[];
  /** Of this one, by detector. */
  looks: Look[];
}

interface RedCar {
  threshold: number;
  cars: number;
  seed: number;
  detectors: string[];
  views: View[];
}

const files = import.meta.glob<RedCar>('/content/results/measured/red-car.json', {
  eager: true,
  import: 'default',
});

export const [redCar] = Object.values(files);

/** The scene as the detectors see it. */
export const sceneOf = (side: number): Scene => generateScene(loneObject(redCar.seed, side));
