import type { SeenBox } from '#lib/detection/index.ts';

/** The square of `size` px around an object that lies within a picture of `side` px. */
export function cropOf([x, y, width, height]: SeenBox['box'], side: number, size: number) {
  const begin = (middle: number) =>
    Math.round(Math.min(side - size, Math.max(0, middle - size / 2)));
  return { x: begin(x + width / 2), y: begin(y + height / 2), size };
}
