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
  verdict: Spot & { anchor: 'start' | 'middle' };
  /** From one side to the other, where they stand beside each other. */
  arrow?: { from: Spot; to: Spot };
}

/** From one side to the other on a phone: more than from kernel to kernel, px. */
const BETWEEN = 30;

export function layout(model: Model, context: Context): Layout {
  const narrow = context.layout === 'narrow';
  const { block, small, filled } = model;
  const large = context.layout === 'projector';
  // On a phone both sides stand beside each other as long as the names of the weights can be read.
  const above = narrow && filled > 6;
  const beside = narrow && !above;
  const gap = beside ? 8 : narrow ? 12 : 18;
  const gaps = (block - 1) * gap;
  // In the projector layout the height is what there is little of.
  const room = narrow
    ? above
      ? 338 - gaps
      : (340 - BETWEEN - gaps) / 2
    : large
      ? 266 - gaps
      : 300;
  const cell = Math.floor(Math.min(filled <= 4 ? 44 : 34, room / filled));
  const smallSide = filled * cell + (block - 1) * gap;
  const bigSide = filled * cell;
  const head = beside ? 38 : 60;
  const left = beside ? 10 : large ? Math.max(12, Math.min(140, 345 - smallSide)) : 12;
  // A title that is wider than its kernels must not reach the other one.
  const right = left + smallSide;
  const bigX = above
    ? 12
    : beside
      ? Math.max(190, right + BETWEEN)
      : large
        ? 415
        : Math.max(250, right + 80);
  const bigY = above ? head + smallSide + 34 + 66 : head + (smallSide - bigSide) / 2;
  const bottom = Math.max(head + smallSide, bigY + bigSide);
  const below = (beside ? bottom : bigY + bigSide) + 20;
  const middle = head + smallSide / 2;
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
      small: { x: left, y: beside ? below : 42 },
      // The longer of the two may need all that is left of the line.
      big: beside ? { x: 350, y: below } : { x: bigX, y: above ? bigY - 18 : 42 },
    },
    filling: beside ? { x: 350, y: below + 18 } : { x: bigX, y: below },
    verdict:
      narrow || large
        ? { x: narrow ? 180 : 380, y: bottom + (beside ? 62 : 52), anchor: 'middle' }
        : { x: left, y: bottom + 52, anchor: 'start' },
    ...(!above && { arrow: { from: { x: right + 8, y: middle }, to: { x: bigX - 8, y: middle } } }),
  };
}
