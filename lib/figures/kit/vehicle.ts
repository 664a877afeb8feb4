import type { Picture } from '../../files/index.ts';

/** Length of the red car that is halved on the home page and in the figures, px: always the same one. */
export const CAR = 8;

/** What the small picture shows. */
export interface VehicleView {
  /** Pixels a side. */
  side: number;
  /** Length of the car, px; 0 leaves the road empty. */
  length: number;
  /** Pixels by which the car stands to the right of and below the middle. */
  offset: number;
  /** And so many pixels further down. Default 0. */
  down?: number;
  /** Default `red`: brighter than the road in red, darker in green. `dark`: darker in all. */
  paint?: 'red' | 'dark';
}

/** Samples a pixel and axis: enough for the eye, few enough for a slider. */
const SAMPLES = 5;
const [COS, SIN] = [0.96, 0.28];

/** A hash of two whole numbers, 0 to 1: grain of the asphalt. */
function grain(x: number, y: number): number {
  let h = (Math.imul(x + 11, 0x9e3779b1) ^ Math.imul(y + 7, 0x85ebca77)) >>> 0;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 0;
  return (h >>> 8) / 2 ** 24;
}

/** Colours of roof and body. */
const PAINTS = {
  red: [
    [226, 84, 62],
    [198, 54, 40],
  ],
  dark: [
    [64, 72, 84],
    [44, 50, 60],
  ],
} as const;

/** Colour of a car whose nose points to +u, in units of its length, or undefined beside it. */
function car(u: number, v: number, paint: keyof typeof PAINTS): readonly number[] | undefined {
  const [a, b] = [Math.abs(u), Math.abs(v)];
  // Corners are cut: a car's plan is nearly a rounded box.
  if (a > 0.5 || b > 0.215 || a + b > 0.665) return undefined;
  if (b < 0.17 && u > 0.1 && u < 0.24) return [38, 52, 66];
  if (b < 0.16 && u < -0.24 && u > -0.34) return [48, 62, 74];
  if (u > -0.24 && u < 0.1 && b < 0.165) return PAINTS[paint][0];
  return PAINTS[paint][1];
}

/**
 * A car on a grey road with a white lane, seen from above, each pixel averaged over its area. The road is the same
 * with and without the car, and does not move with it.
 */
export function vehiclePicture(view: VehicleView): Picture {
  const { side, length, offset, down = 0, paint = 'red' } = view;
  const pixels = new Uint8ClampedArray(side * side * 3);
  const middle = [side / 2 + offset, side / 2 + offset + down] as const;
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const sum = [0, 0, 0];
      for (let k = 0; k < SAMPLES * SAMPLES; k++) {
        const x = column + ((k % SAMPLES) + 0.5) / SAMPLES;
        const y = row + (Math.floor(k / SAMPLES) + 0.5) / SAMPLES;
        const colour = colourAt(x, y, side, { middle, length, paint });
        for (let c = 0; c < 3; c++) sum[c] += colour[c];
      }
      const shade = 9 * (grain(column, row) - 0.5);
      for (let c = 0; c < 3; c++)
        pixels[(row * side + column) * 3 + c] = Math.round(sum[c] / SAMPLES ** 2 + shade);
    }
  return { width: side, height: side, pixels };
}

/** The red car in the middle of its road; shorter where a picture of `side` pixels has no room for it. */
export function carPicture(side: number): Picture {
  return vehiclePicture({ side, length: Math.min(CAR, side - 2), offset: 0 });
}

interface Placed {
  middle: readonly [x: number, y: number];
  length: number;
  paint: keyof typeof PAINTS;
}

function colourAt(
  x: number,
  y: number,
  side: number,
  { middle, length, paint }: Placed,
): readonly number[] {
  const along = (px: number, py: number) => COS * px + SIN * py;
  const across = (px: number, py: number) => COS * py - SIN * px;
  if (length > 0) {
    const [dx, dy] = [x - middle[0], y - middle[1]];
    const seen = car(along(dx, dy) / length, across(dx, dy) / length, paint);
    if (seen) return seen;
    const fall = 0.09 * length;
    const under = car(
      along(dx - fall, dy - fall) / length,
      across(dx - fall, dy - fall) / length,
      paint,
    );
    if (under) return [84, 85, 88];
  }
  // The road runs along the car's direction through the middle of the picture.
  const lane = across(x - side / 2, y - side / 2);
  if (lane < -0.4 * side) return [112, 142, 86];
  if (Math.abs(lane + 0.385 * side) < 0.45) return [222, 222, 214];
  const dash = along(x, y) % 9 < 5;
  if (dash && Math.abs(lane - 0.36 * side) < 0.45) return [222, 222, 214];
  return [138, 139, 142];
}
