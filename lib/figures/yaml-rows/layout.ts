// Where the rows stand.
import type { Context, Size } from '../figure.ts';
import { PROJECTOR } from '../kit/letters.ts';
import { stagger } from '../kit/timeline.ts';
import { type Params, places, type Row, rowsOf } from './model.ts';

/** Height of a row, px, and of one whose words are left out. */
const PITCH = 20;
const THIN = 7;

/** Where the columns stand, px. */
export interface Layout extends Size {
  /** Right edge of the numbers, left edges of "from" and of the module, and where the arcs begin. */
  number: number;
  from: number;
  module: number;
  arcs: number;
  /** Baseline of the heads, and the first row's upper edge. */
  headY: number;
  top: number;
  /** Height of a row, px. */
  high(row: Row): number;
  /** Left edge of the notes beside the rows; undefined where there is no room. */
  notes?: number;
}

/** For so many rows as the settings ask for. */
export function layout(params: Params, context: Context): Layout {
  const rows = rowsOf(params);
  if (context.layout === 'projector') {
    const high = (row: Row) => (isPlain(row) ? THIN : PITCH);
    const [top, headY] = [28, 16];
    const height = top + rows.reduce((sum, row) => sum + high(row), 0) + 8;
    const columns = { number: 34, from: 42, module: 159, arcs: 297, notes: 364 };
    return { width: PROJECTOR.width, height, top, headY, high, ...columns };
  }
  const narrow = context.layout === 'narrow';
  const [top, headY, high] = [44, 26, () => PITCH];
  const height = top + rows.length * PITCH + 12;
  return narrow
    ? {
        ...{ width: 360, height: height + 20, top, headY, high },
        number: 30,
        from: 40,
        module: 134,
        arcs: 250,
      }
    : {
        ...{ width: 760, height, top, headY, high },
        number: 36,
        from: 50,
        module: 146,
        arcs: 276,
        notes: 366,
      };
}

/** A row that nothing is said about: it neither reads by number nor has changed. */
const isPlain = ({ spd, absolute }: Row) => !spd && absolute.length === 0;

/** A row as it stands at a moment. */
export interface Placed {
  row: Row;
  y: number;
  /** Height, px. */
  high: number;
  /** Its words are left out. */
  plain: boolean;
  /** 0 before a space-to-depth row comes in, 1 when it is there. */
  shown: number;
  /** The number that stands at its left by now. */
  number: number;
}

/** The rows where they stand while the space-to-depth rows come in one after the other. */
export function placed(params: Params, progress: number, { top, high }: Layout): Placed[] {
  const came = places
    .slice(0, params.inserted)
    .map((_, i) => stagger(progress, i, params.inserted, 0.4));
  let y = top;
  let above = 0;
  let number = 0;
  let next = 0;
  return rowsOf(params).map((row) => {
    const shown = row.spd ? came[next++] : 1;
    const here: Placed = {
      row,
      // Until it is there, it stands behind the row before.
      y: row.spd ? y - above * (1 - shown) : y,
      high: high(row),
      plain: high(row) < PITCH,
      shown,
      number,
    };
    y += high(row) * shown;
    above = high(row);
    if (shown > 0.5) number++;
    return here;
  });
}

/** How far the old numbers have been tried, and how far they have been mended, 0 to 1. */
export interface Moment {
  stale: number;
  fixed: number;
}
