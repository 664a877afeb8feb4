import { type Downsampling, downsamplings } from '../../spd/downsample.ts';
import { readerSpan, type Span, sourceSpan } from '../../spd/sources.ts';
import {
  type Cells,
  type Context,
  cellKey,
  type Grid,
  type PlacedGrid,
  parseCell,
} from '../figure.ts';
import { phaseLetter } from '../kit/palette.ts';
import { cellAt, cellsOf } from '../kit/placed.ts';
import { layout, phases, tile } from './layout.ts';
import { type Params, SIDE } from './model.ts';
import type { ShiftCellWords, ShiftWords } from './words.ts';

type Words = ShiftWords & ShiftCellWords;

// Grids: `x` is the picture; the others have the name of their way to halve, those of sub-maps `spd-dy-dx`.

const mixing = downsamplings.filter((method) => method !== 'spd');

function grids(words: Words, { halvings }: Params): Grid[] {
  const block = 2 ** halvings;
  const side = SIDE / block;
  const map = (id: string, label: string): Grid => ({ id, label, rows: side, columns: side });
  return [
    { id: 'x', label: words.grids.x, rows: SIDE, columns: SIDE },
    ...mixing.map((method) => map(method, words.methods[method])),
    ...phases(block).map(([dy, dx]) =>
      map(`spd-${dy}-${dx}`, words.grids.subMap(nameOf(block, dy, dx))),
    ),
  ];
}

/** A letter where there are four, else the phase. */
function nameOf(block: number, dy: number, dx: number): string {
  return block === 2 ? phaseLetter(2, dy, dx) : `(${dy}, ${dx})`;
}

/** The grids with their places in the drawing. */
function placed(words: Words, params: Params, context: Context): PlacedGrid[] {
  const { picture, rows } = layout(context);
  const block = 2 ** params.halvings;
  const tiles = phases(block).map(([dy, dx]) => tile(rows[5].map, block, dy, dx));
  const places = [picture, ...rows.slice(0, 5).map(({ map }) => map), ...tiles];
  return grids(words, params).map((grid, i) => ({ ...grid, ...places[i] }));
}

/** Rows and columns of the picture that a cell of a map was computed from. */
function sources({ halvings }: Params, cell: string): { rows: Span; columns: Span } {
  const { grid, row, column } = parseCell(cell);
  const [method, dy, dx] = grid.split('-');
  const along = (i: number, phase: string): Span => {
    if (method !== 'spd')
      return sourceSpan(method as Exclude<Downsampling, 'spd'>, SIDE, halvings, i);
    const p = i * 2 ** halvings + Number(phase);
    return [p, p];
  };
  return { rows: along(row, dy), columns: along(column, dx) };
}

/** The pixels of the picture that a number was computed from, or all numbers that a pixel has a part in. */
function linked(params: Params, cell: string): string[] {
  const { grid, row, column } = parseCell(cell);
  if (grid !== 'x') {
    const { rows, columns } = sources(params, cell);
    return cellsOf('x', rows, columns);
  }
  const { halvings } = params;
  const block = 2 ** halvings;
  const mixed = mixing.flatMap((method) => {
    const along = (p: number) => readerSpan(method, SIDE, halvings, p);
    return cellsOf(method, along(row), along(column));
  });
  const home = `spd-${row % block}-${column % block}`;
  return [...mixed, cellKey(home, Math.floor(row / block), Math.floor(column / block))];
}

function describeCell(words: Words, params: Params, cell: string): string {
  const { grid, row, column } = parseCell(cell);
  const block = 2 ** params.halvings;
  if (grid === 'x') {
    const kept = row % block === 0 && column % block === 0;
    return words.cell.pixel(row, column, kept, nameOf(block, row % block, column % block));
  }
  const { rows, columns } = sources(params, cell);
  const count = (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1);
  const [, dy, dx] = grid.split('-').map(Number);
  const what = grid.startsWith('spd')
    ? words.grids.subMap(nameOf(block, dy, dx))
    : words.methods[grid as Downsampling];
  return words.cell.place(row, column, what, {
    pixels: count,
    rows: words.cell.span(...rows),
    columns: words.cell.span(...columns),
  });
}

export function cells(words: Words): Cells<Params> {
  return {
    grids: (params) => grids(words, params),
    placed: (params, _, context) => placed(words, params, context),
    cellAt: (params, _, context, x, y) => cellAt(placed(words, params, context), x, y),
    linked,
    describe: (params, cell) => describeCell(words, params, cell),
  };
}
