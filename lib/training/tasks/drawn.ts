// Tasks whose crops are drawn by a few lines: a dot, thin digits, checkerboards. Only arithmetic that is exact everywhere.
import { integer, type Random, random } from '../../random/index.ts';
import { add, type CropSettings, ground, type Task } from './task.ts';

/** One crop after the other, the classes by turns. */
function* drawn(
  classes: number,
  { side }: CropSettings,
  seed: number,
  draw: (pixels: Float32Array, label: number, next: Random) => void,
): Generator<{ pixels: Float32Array; label: number }, never> {
  const next = random(seed, 0xd2);
  for (let label = 0; ; label = (label + 1) % classes) {
    const pixels = ground(side, next);
    draw(pixels, label, next);
    yield { pixels, label };
  }
}

/** Lighter than the ground by so much, grey levels. */
const DOT = 70;

/** Is there a dot of `size` pixels or none? */
export const dot: Task = {
  classes: 2,
  sizes: [1, 3, 1],
  noise: 14,
  crops: (settings, seed) =>
    drawn(2, settings, seed, (pixels, label, next) => {
      const { side, size } = settings;
      const [left, top] = [integer(next, 1, side - 1 - size), integer(next, 1, side - 1 - size)];
      if (label === 0) return;
      for (let y = 0; y < size; y++)
        for (let x = 0; x < size; x++) add(pixels, side, left + x, top + y, DOT);
    }),
};

const BOARD = 45;

/** A checkerboard with squares of one pixel, `size` pixels wide: does it begin with a light or a dark one? */
export const checkerboard: Task = {
  classes: 2,
  sizes: [2, 12, 4],
  noise: 30,
  crops: (settings, seed) =>
    drawn(2, settings, seed, (pixels, label, next) => {
      const { side, size } = settings;
      const [left, top] = [integer(next, 0, side - size), integer(next, 0, side - size)];
      for (let y = top; y < top + size; y++)
        for (let x = left; x < left + size; x++)
          add(pixels, side, x, y, (x + y + label) % 2 === 0 ? BOARD : -BOARD);
    }),
};

/** The strokes of a digit: corners of broken lines, x and y in [0, 1]; y grows downwards. */
const STROKES: readonly (readonly (readonly [number, number])[])[][] = [
  [
    [
      [0.2, 0],
      [0.8, 0],
      [1, 0.25],
      [1, 0.75],
      [0.8, 1],
      [0.2, 1],
      [0, 0.75],
      [0, 0.25],
      [0.2, 0],
    ],
  ],
  [
    [
      [0.2, 0.2],
      [0.6, 0],
      [0.6, 1],
    ],
  ],
  [
    [
      [0, 0.2],
      [0.2, 0],
      [0.8, 0],
      [1, 0.25],
      [0, 1],
      [1, 1],
    ],
  ],
  [
    [
      [0, 0],
      [1, 0],
      [0.5, 0.4],
      [1, 0.6],
      [1, 0.8],
      [0.8, 1],
      [0, 1],
    ],
  ],
  [
    [
      [0.8, 1],
      [0.8, 0],
      [0, 0.7],
      [1, 0.7],
    ],
  ],
  [
    [
      [1, 0],
      [0.1, 0],
      [0, 0.45],
      [0.8, 0.45],
      [1, 0.65],
      [0.8, 1],
      [0, 1],
    ],
  ],
  [
    [
      [0.9, 0],
      [0.3, 0.1],
      [0, 0.6],
      [0.2, 1],
      [0.8, 1],
      [1, 0.75],
      [0.8, 0.5],
      [0.1, 0.55],
    ],
  ],
  [
    [
      [0, 0],
      [1, 0],
      [0.4, 1],
    ],
  ],
  [
    [
      [0.5, 0],
      [0.9, 0.2],
      [0.5, 0.45],
      [0.1, 0.2],
      [0.5, 0],
    ],
    [
      [0.5, 0.45],
      [1, 0.75],
      [0.5, 1],
      [0, 0.75],
      [0.5, 0.45],
    ],
  ],
  [
    [
      [0.1, 1],
      [0.7, 0.9],
      [1, 0.4],
      [0.8, 0],
      [0.2, 0],
      [0, 0.25],
      [0.2, 0.5],
      [0.9, 0.45],
    ],
  ],
];

const INK = 70;

/** Distance of a point from a stroke's part, pixels. */
function distance(
  [px, py]: readonly [number, number],
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const share = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, share));
  const [ex, ey] = [px - ax - t * dx, py - ay - t * dy];
  return Math.sqrt(ex * ex + ey * ey);
}

/** Which digit of 0 to 9 is it? `size` pixels high, its strokes one pixel wide. */
export const digit: Task = {
  classes: 10,
  sizes: [6, 12, 8],
  noise: 20,
  crops: (settings, seed) =>
    drawn(10, settings, seed, (pixels, label, next) => {
      const { side, size } = settings;
      const width = 0.6 * size;
      const slant = 0.3 * (next() - 0.5);
      const left = 1 + next() * (side - 2 - width);
      const top = 1 + next() * (side - 2 - size);
      const at = ([x, y]: readonly [number, number]): [number, number] => [
        left + x * (width - 1) + slant * (0.5 - y) * size,
        top + y * (size - 1),
      ];
      for (let y = 0; y < side; y++)
        for (let x = 0; x < side; x++) {
          let nearest = side;
          for (const line of STROKES[label])
            for (let i = 1; i < line.length; i++)
              nearest = Math.min(nearest, distance([x, y], at(line[i - 1]), at(line[i])));
          if (nearest < 1) add(pixels, side, x, y, INK * (1 - nearest));
        }
    }),
};
