// Where the rows stand.
import type { Context, Size } from '../figure.ts';
import { stagger } from '../kit/timeline.ts';
import { type Params, places, type Row, rowsOf } from './model.ts';

/** Height of a row, px. */
export const PITCH = 20;

const TOP = 44;

/** Where the columns stand, px. */
export interface Layout extends Size {
  /** Right edge of the numbers, left edges of "from" and of the module, and where the arcs begin. */
  number: number;
  from: number;
  module: number;
  arcs: number;
  /** Left edge of the notes beside the rows; undefined where there is no room. */
  notes?: number;
}

/** For so many rows as the settings ask for. */
export function layout(params: Params, context: Context): Layout {
  const narrow = context.layout === 'narrow';
  const height = TOP + rowsOf(params).length * PITCH + 12;
  return narrow
    ? { width: 360, height, number: 30, from: 46, module: 124, arcs: 250 }
    : { width: 760, height, number: 36, from: 56, module: 146, arcs: 276, notes: 366 };
}

/** A row as it stands at a moment. */
export interface Placed {
  row: Row;
  y: number;
  /** 0 before a space-to-depth row comes in, 1 when it is there. */
  shown: number;
  /** The number that stands at its left by now. */
  number: number;
}

/** The rows where they stand while the space-to-depth rows come in one after the other. */
export function placed(params: Params, progress: number): Placed[] {
  const came = places
    .slice(0, params.inserted)
    .map((_, i) => stagger(progress, i, params.inserted, 0.4));
  let index = 0;
  let number = 0;
  let next = 0;
  return rowsOf(params).map((row) => {
    const shown = row.spd ? came[next++] : 1;
    const here: Placed = {
      row,
      // Until it is there, it stands behind the row before.
      y: TOP + (row.spd ? index - 1 + shown : index) * PITCH,
      shown,
      number,
    };
    index += shown;
    if (shown > 0.5) number++;
    return here;
  });
}

/** How far the old numbers have been tried, and how far they have been mended, 0 to 1. */
export interface Moment {
  stale: number;
  fixed: number;
}
