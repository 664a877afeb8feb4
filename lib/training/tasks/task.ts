import type { Random } from '../../random/index.ts';

/** What is to be told apart. */
export const TASKS = ['vehicle', 'present', 'dot', 'digit', 'checkerboard'] as const;

export type TaskName = (typeof TASKS)[number];

/** A square crop, RGB [side * side * 3], grey levels of 0 to 255 without noise, and the index of its class. */
export interface Crop {
  pixels: Float32Array;
  label: number;
}

export interface CropSettings {
  /** Of the crop, pixels. */
  side: number;
  /** Of the thing in it, pixels. */
  size: number;
}

export interface Task {
  /** How many classes there are. */
  classes: number;
  /** Least, greatest and usual size of the thing, pixels. */
  sizes: readonly [least: number, greatest: number, usual: number];
  /** Standard deviation of the noise that is usual for it, grey levels. */
  noise: number;
  /** Crops without end, the same for the same seed; each of the classes comes again and again. */
  crops(settings: CropSettings, seed: number): Generator<Crop, never>;
}

/** A grey crop with a slow slope of light, for what is drawn on it. */
export function ground(side: number, next: Random): Float32Array {
  const level = 90 + 50 * next();
  const [down, across] = [40 * (next() - 0.5), 40 * (next() - 0.5)];
  const pixels = new Float32Array(side * side * 3);
  for (let y = 0, i = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      for (let c = 0; c < 3; c++, i++)
        pixels[i] = level + down * (y / side - 0.5) + across * (x / side - 0.5);
  return pixels;
}

/** Adds to all colours of a pixel; what lies outside of the crop is left out. */
export function add(pixels: Float32Array, side: number, x: number, y: number, value: number): void {
  if (x < 0 || y < 0 || x >= side || y >= side) return;
  for (let c = 0; c < 3; c++) pixels[3 * (y * side + x) + c] += value;
}
