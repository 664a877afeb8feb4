// One car on neighbouring pixels, and what the detectors of the lab make of it, from the file of `npm run one-pixel`.
import type { Look, SeenBox } from '#lib/detection/index.ts';
import { MOVING, movingObject, windowAt } from '#lib/scenes/index.ts';

/** A place of the car, with the scores of the strided detector and of the one with SPD-Conv. */
export interface Place {
  /** Of the window, in half pixels. */
  move: number;
  strided: number;
  spd: number;
  /** Where the car stands in the window, px, and what each detector made of it. */
  truth: SeenBox['box'];
  looks: { strided: Look; spd: Look };
}

interface OnePixel {
  detectors: { strided: string; spd: string };
  threshold: number;
  cars: number;
  fallen: number;
  seed: number;
  /** Of the car, px. */
  length: number;
  pair: [Place, Place];
}

const files = import.meta.glob<OnePixel>('/content/results/measured/one-pixel.json', {
  eager: true,
  import: 'default',
});

export const [onePixel] = Object.values(files);
export const { pair } = onePixel;
/** Where in the pair the strided detector misses the car. */
export const missed = pair[0].strided < pair[1].strided ? 0 : 1;

/** The scene at a place of the window, as the detectors see it. */
export function pictureOf(move: number): { pixels: Uint8Array; side: number } {
  const moving = movingObject(onePixel.seed);
  if (!moving) throw new Error(`the scene of seed ${onePixel.seed} has no car that moves`);
  return { pixels: Uint8Array.from(windowAt(moving, move), Math.round), side: MOVING.window };
}
