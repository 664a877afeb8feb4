// One object under windows that move over it by half a pixel at a time: the same thing, on other pixels.
import { generateScene, type Scene, type SceneObject } from './generate.ts';

/** What is moved, and how far. */
export const MOVING = {
  /** First seed of the scenes that are measured. */
  firstSeed: 4_000_000,
  /** Side of the window that the detector sees, px; the network halves five times. */
  window: 96,
  /** Positions of the window along x, half a pixel apart: eight pixels, the stride of the finest level. */
  moves: 16,
  /** Samples of the scene a pixel, along each side. */
  fine: 2,
} as const;
const { window: WINDOW, moves: MOVES, fine: FINE } = MOVING;
/** Least distance of the object from the window's edge, px. */
const MARGIN = 4;

/** One object, seen from windows that move over it. */
export interface Moving {
  seed: number;
  /** The scene at two samples a pixel. */
  scene: Scene;
  /** Left and top edge of the first window, samples. */
  left: number;
  top: number;
}

/**
 * The scene of a seed with one object, where the object stays inside the window at every move; undefined where it does
 * not. The camera is the default one at half the size of a pixel: twice the blur, and noise that averages to the default.
 */
export function movingObject(seed: number): Moving | undefined {
  const scene = generateScene({
    seed,
    resolution: 128 * FINE,
    count: 1,
    blur: 0.6 * FINE,
    noise: 3 * FINE,
  });
  const object = scene.objects[0];
  if (!object || scene.objects.length > 1) return undefined;
  const side = WINDOW * FINE;
  const begin = (centre: number, size: number, reach: number) =>
    Math.min(
      Math.max(0, FINE * Math.round((centre - side / 2 - reach / 2) / FINE)),
      size - side - reach,
    );
  const left = begin(object.x + object.width / 2, scene.width, MOVES);
  const top = begin(object.y + object.height / 2, scene.height, 0);
  const margin = MARGIN * FINE;
  const inside =
    object.x >= left + MOVES - 1 + margin &&
    object.x + object.width <= left + side - margin &&
    object.y >= top + margin &&
    object.y + object.height <= top + side - margin;
  return inside ? { seed, scene, left, top } : undefined;
}

/** The window at a move (half pixels to the right): RGB [WINDOW, WINDOW, 3], each pixel the mean of its 2 x 2 samples. */
export function windowAt({ scene, left, top }: Moving, move: number): Float32Array {
  const pixels = new Float32Array(WINDOW * WINDOW * 3);
  for (let y = 0, o = 0; y < WINDOW; y++) {
    for (let x = 0; x < WINDOW; x++) {
      for (let c = 0; c < 3; c++, o++) {
        let sum = 0;
        for (let dy = 0; dy < FINE; dy++) {
          for (let dx = 0; dx < FINE; dx++) {
            const at = (top + FINE * y + dy) * scene.width + left + move + FINE * x + dx;
            sum += scene.pixels[3 * at + c];
          }
        }
        pixels[o] = sum / FINE ** 2;
      }
    }
  }
  return pixels;
}

/** Where the object is in the window at a move, px. */
export function truthAt(
  { scene, left, top }: Moving,
  move: number,
): Pick<SceneObject, 'classIndex' | 'x' | 'y' | 'width' | 'height'> {
  const { x, y, width, height, classIndex } = scene.objects[0];
  return {
    classIndex,
    x: (x - left - move) / FINE,
    y: (y - top) / FINE,
    width: width / FINE,
    height: height / FINE,
  };
}
