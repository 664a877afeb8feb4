import type { Context, Size } from '../figure.ts';
import { PROJECTOR } from '../kit/letters.ts';
import type { Deal, Model } from './model.ts';

export interface Strip {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Layout extends Size {
  /** Row i of X. */
  row(i: number): Strip;
  /** Place `place` of sub-map x, on the left (slices) or right (sentence). */
  place(side: 'slices' | 'sentence', x: number, place: number): Strip;
  /** The head of a sub-map. */
  head(side: 'slices' | 'sentence', x: number): { x: number; y: number };
  columns: { slices: number; rows: number; sentence: number };
  titleY: number;
  verdictY: number;
}

/** Between strips, px. */
const GAP = 3;
const HEAD = 24;

export function layout(model: Model, context: Context): Layout {
  const narrow = context.layout === 'narrow';
  const large = context.layout === 'projector';
  const { size, block, slices } = model;
  const width = narrow ? 104 : 150;
  const columns = narrow
    ? { slices: 8, rows: 128, sentence: 248 }
    : large
      ? { slices: 36, rows: 316, sentence: 580 }
      : { slices: 70, rows: 305, sentence: 540 };
  const heads = block * HEAD + (block - 1) * 8;
  const step = large ? Math.min(23, (PROJECTOR.height - 102 - heads) / size) : 23;
  const height = step - GAP;
  const groups = heads + size * step;
  const top = 50;
  const rowsTop = top + (groups - size * step) / 2;
  const starts = startsOf(slices, step);
  return {
    width: narrow ? 360 : large ? PROJECTOR.width : 760,
    height: top + groups + 52,
    columns,
    titleY: 20,
    verdictY: top + groups + 32,
    row: (i) => ({ x: columns.rows, y: rowsTop + i * step, width, height }),
    place: (side, x, place) => ({
      x: columns[side],
      y: top + starts[x] + HEAD + place * step,
      width,
      height,
    }),
    head: (side, x) => ({ x: columns[side], y: top + starts[x] + HEAD - 7 }),
  };
}

/** Where each sub-map begins, px below the first. Both rules give a sub-map as many rows, since the block divides the size. */
function startsOf(deal: Deal, step: number): number[] {
  const starts = [0];
  for (const rows of deal) starts.push((starts.at(-1) as number) + HEAD + rows.length * step + 8);
  return starts;
}
