import type { Context, Size } from '../figure.ts';
import type { Model } from './model.ts';

export interface Spot {
  x: number;
  y: number;
}

export interface Layout extends Size {
  /** Whether both sides stand beside each other where there is little room. */
  beside: boolean;
  cell: number;
  /** Place (u, v) of the kernel of sub-map (dy, dx). */
  small(dy: number, dx: number, u: number, v: number): Spot;
  /** Place (row, column) of the strided kernel, filled up. */
  big(row: number, column: number): Spot;
  titles: { small: Spot; big: Spot };
  /** Under each side: what it is when it stands on a map. */
  notes: { small: Spot; big: Spot };
  /** Under the strided kernel: what fills it up. */
  filling: Spot;
  verdict: Spot;
}

export function layout(model: Model, context: Context): Layout {
  const narrow = context.layout === 'narrow';
  const { block, small, filled } = model;
  const gap = narrow ? 12 : 18;
  const gaps = (block - 1) * gap;
  // On a phone both sides stand beside each other as long as the names of the weights can be read.
  const above = narrow && filled > 6;
  // In the projector layout the height is what there is little of.
  const room = narrow
    ? above
      ? 338 - gaps
      : (330 - gaps) / 2
    : context.layout === 'projector'
      ? 266 - gaps
      : 300;
  const cell = Math.floor(Math.min(filled <= 4 ? 44 : 34, room / filled));
  const smallSide = filled * cell + (block - 1) * gap;
  const bigSide = filled * cell;
  const head = 60;
  const left = narrow ? 12 : Math.max(12, Math.min(140, 345 - smallSide));
  const bigX = above ? 12 : narrow ? Math.min(192, 348 - bigSide) : 415;
  const bigY = above ? head + smallSide + 34 + 66 : head + (smallSide - bigSide) / 2;
  const bottom = Math.max(head + smallSide, bigY + bigSide);
  const beside = narrow && !above;
  const below = bigY + bigSide + 20;
  return {
    width: narrow ? 360 : 760,
    height: bottom + 78,
    beside,
    cell,
    small: (dy, dx, u, v) => ({
      x: left + dx * (small * cell + gap) + v * cell,
      y: head + dy * (small * cell + gap) + u * cell,
    }),
    big: (row, column) => ({ x: bigX + column * cell, y: bigY + row * cell }),
    titles: {
      small: { x: left, y: 22 },
      big: { x: bigX, y: above ? bigY - 38 : 22 },
    },
    notes: {
      small: { x: left, y: 42 },
      // Beside each other both would be too long for one line.
      big: beside ? { x: 350, y: below } : { x: bigX, y: above ? bigY - 18 : 42 },
    },
    filling: beside ? { x: 350, y: below + 18 } : { x: bigX, y: below },
    verdict: { x: narrow ? 180 : 380, y: bottom + (beside ? 62 : 52) },
  };
}
