import type { Context, Size } from '../figure.ts';
import type { Model } from './model.ts';

export interface Square {
  x: number;
  y: number;
  side: number;
}

export interface Layout extends Size {
  /** Maps of the backbone, the image first. */
  maps: readonly Square[];
  /** Maps of the neck, under the last three. */
  neck: readonly Square[];
  /** Where the gates stand, by their middle. */
  gates: readonly { x: number; y: number; side: number }[];
  titles: { backbone: { x: number; y: number }; neck: { x: number; y: number } };
  inset: {
    title: { x: number; y: number };
    /** Pixel (row, column) of a 4 x 4 piece. */
    pixel(row: number, column: number): Square;
    /** Place (row, column) of sub-map (dy, dx). */
    place(dy: number, dx: number, row: number, column: number): Square;
    shapes: { x: number; y: number };
  };
  counts: { x: number; y: number };
}

export function layout(_: Model, context: Context): Layout {
  const narrow = context.layout === 'narrow';
  const sides = narrow ? [60, 48, 38, 30, 24, 18] : [104, 80, 62, 48, 38, 30];
  const gap = narrow ? 25 : 72;
  const middle = narrow ? 78 : 100;
  let x = narrow ? 8 : 16;
  const maps = sides.map((side) => {
    const map = { x, y: middle - side / 2, side };
    x += side + gap;
    return map;
  });
  const neckY = narrow ? 196 : 232;
  const neck = maps.slice(3).map((map) => ({ ...map, y: neckY - map.side / 2 }));
  const mark = narrow ? 18 : 26;
  const between = (row: readonly Square[], i: number) => ({
    x: (row[i].x + row[i].side + row[i + 1].x) / 2,
    y: row[i].y + row[i].side / 2,
    side: mark,
  });
  const cell = narrow ? 22 : 24;
  const top = narrow ? 276 : 226;
  const left = narrow ? 8 : 16;
  const stacked = left + 4 * cell + (narrow ? 40 : 56);
  return {
    width: narrow ? 360 : 760,
    height: narrow ? 448 : 366,
    maps,
    neck,
    gates: [
      ...[0, 1, 2, 3, 4].map((i) => between(maps, i)),
      ...[0, 1].map((i) => between(neck, i)),
    ],
    titles: {
      backbone: { x: left, y: 20 },
      neck: { x: narrow ? 120 : neck[0].x - 54, y: neckY + 5 },
    },
    inset: {
      title: { x: left, y: top - 14 },
      pixel: (row, column) => ({ x: left + column * cell, y: top + row * cell, side: cell }),
      place: (dy, dx, row, column) => ({
        x: stacked + dx * (2 * cell + 12) + column * cell,
        y: top - 6 + dy * (2 * cell + 12) + row * cell,
        side: cell,
      }),
      shapes: { x: left, y: top + 4 * cell + 28 },
    },
    counts: narrow ? { x: 8, y: 424 } : { x: 412, y: 320 },
  };
}
