import type { SeenBox } from '#lib/detection/index.ts';

/** How high a crop is, of its width: several stand below each other on one screen. */
const FLAT = 2 / 3;

/** The part around an object, `size` px wide, of a square picture of `side` px. */
export function cropOf([x, y, width, height]: SeenBox['box'], side: number, size: number) {
  const high = Math.round(size * FLAT);
  const begin = (middle: number, length: number) =>
    Math.round(Math.min(side - length, Math.max(0, middle - length / 2)));
  return {
    x: begin(x + width / 2, size),
    y: begin(y + height / 2, high),
    width: size,
    height: high,
  };
}
