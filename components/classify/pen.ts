// The pen: how a stroke changes a picture of 32 x 32 pixels.
import { SIDE } from '#lib/classify/index.ts';

/** RGB in grey levels, in the order of the words' colours. */
export const COLOURS: readonly (readonly [number, number, number])[] = [
  [245, 245, 243],
  [140, 143, 147],
  [24, 25, 28],
  [186, 32, 30],
  [236, 196, 64],
  [78, 126, 62],
  [42, 92, 160],
  [112, 74, 46],
];
/** Radii of the pen, pixels. */
export const RADII = [0.6, 1.3, 2.4] as const;

export interface Pen {
  colour: number;
  radius: number;
}

export interface Point {
  x: number;
  y: number;
}

/** A stroke from one point to another, pixels with fractions; covered pixels take the pen's colour. A new picture. */
export function stroked(pixels: Uint8Array, from: Point, to: Point, pen: Pen): Uint8Array {
  const out = pixels.slice();
  const colour = COLOURS[pen.colour];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const [px, py] = [x + 0.5 - from.x, y + 0.5 - from.y];
      const along = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
      if (Math.hypot(px - along * dx, py - along * dy) <= pen.radius)
        out.set(colour, 3 * (y * SIDE + x));
    }
  return out;
}

/** Nothing but sky. */
export function blank(): Uint8Array {
  return Uint8Array.from({ length: 3 * SIDE * SIDE }, (_, i) => [168, 202, 232][i % 3]);
}
