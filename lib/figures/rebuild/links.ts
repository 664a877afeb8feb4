import {
  type Cells,
  type Context,
  cellKey,
  type Grid,
  type PlacedGrid,
  parseCell,
} from '../figure.ts';
import { phaseLetter } from '../kit/palette.ts';
import { cellAt } from '../kit/placed.ts';
import { layout, tile } from './layout.ts';
import { acts, HALF, modelOf, SIDE } from './model.ts';
import type { Params } from './parameters.ts';
import type { RebuildCellWords, RebuildWords } from './words.ts';

type Words = RebuildWords & RebuildCellWords;

// Grids: `x` the picture, `again` what is rebuilt, `missing` the difference; `m2` sub-map C before the convolution,
// `y0` the first map that is written.

const PHASES = [0, 1, 2, 3].map((o) => ({ dy: o % 2, dx: o >> 1 }));

/** Those that are drawn at t; without it, of all times. */
function grids({ grids: said }: Words, params: Params, t?: number): Grid[] {
  const time = acts(params);
  const seen = (act: (typeof time.names)[number]) => t === undefined || time.progress(act, t) > 0.5;
  const grid = (id: string, label: string, side: number): Grid => ({
    id,
    label,
    rows: side,
    columns: side,
  });
  const split = params.via === 'spd' && seen('spd') && (t === undefined || !seen('conv'));
  const subMaps = PHASES.map(({ dy, dx }, o) =>
    grid(`m${o}`, said.subMap(phaseLetter(2, dy, dx)), HALF),
  );
  const written = Array.from({ length: params.channels }, (_, o) =>
    grid(`y${o}`, said.written(o + 1), HALF),
  );
  return [
    grid('x', said.x, SIDE),
    ...(split ? subMaps : []),
    ...(seen('conv') ? written : []),
    ...(seen('rebuild') ? [grid('again', said.again, SIDE)] : []),
    ...(seen('error') ? [grid('missing', said.missing, SIDE)] : []),
  ];
}

/** The grids at t with their places in the drawing. */
function placed(words: Words, params: Params, t: number, context: Context): PlacedGrid[] {
  const where = layout(params, context);
  return grids(words, params, t).map((grid) => {
    const { x, y, side } = placeOf(grid.id);
    return { ...grid, x, y, width: side, height: side };
  });

  function placeOf(id: string) {
    if (id === 'x') return where.picture;
    if (id === 'again') return where.again;
    if (id === 'missing') return where.missing;
    const o = Number(id.slice(1));
    if (id.startsWith('y')) return tile(where.maps, o, params.channels);
    return tile(where.maps, 2 * PHASES[o].dy + PHASES[o].dx, 4);
  }
}

/** The row of the layer's matrix for a position; all its maps read the same pixels. */
const rowOf = ({ channels }: Params, y: number, x: number) => (y * HALF + x) * channels;

/** The pixels that a number is computed from, or all numbers that a pixel has a part in. */
function linked(params: Params, cell: string): string[] {
  const { grid, row, column } = parseCell(cell);
  const { rows } = modelOf(params);
  if (grid === 'again' || grid === 'missing') return [cellKey('x', row, column)];
  if (grid.startsWith('m')) {
    const { dy, dx } = PHASES[Number(grid.slice(1))];
    return [cellKey('x', 2 * row + dy, 2 * column + dx)];
  }
  if (grid.startsWith('y')) {
    const weights = rows[rowOf(params, row, column)];
    return Array.from(weights).flatMap((weight, p) =>
      weight === 0 ? [] : [cellKey('x', Math.floor(p / SIDE), p % SIDE)],
    );
  }
  const p = row * SIDE + column;
  const keys = ['again', 'missing'].map((id) => cellKey(id, row, column));
  if (params.via === 'spd')
    keys.push(cellKey(`m${2 * (column % 2) + (row % 2)}`, row >> 1, column >> 1));
  for (let y = 0; y < HALF; y++)
    for (let x = 0; x < HALF; x++)
      if (rows[rowOf(params, y, x)][p] !== 0)
        for (let o = 0; o < params.channels; o++) keys.push(cellKey(`y${o}`, y, x));
  return keys;
}

function describeCell({ cell: said }: Words, params: Params, cell: string): string {
  const { grid, row, column } = parseCell(cell);
  if (grid === 'again') return said.again(row, column);
  if (grid === 'missing') return said.missing(row, column);
  const links = linked(params, cell);
  if (grid === 'x') {
    const numbers = links.filter((key) => key.startsWith('y')).length;
    return said.pixel(row, column, numbers);
  }
  if (grid.startsWith('m')) return said.subMap(row, column, parseCell(links[0]));
  return said.written(Number(grid.slice(1)) + 1, row, column, links.length);
}

export function cells(words: Words): Cells<Params> {
  return {
    grids: (params, t) => grids(words, params, t),
    placed: (params, t, context) => placed(words, params, t, context),
    cellAt: (params, t, context, x, y) => cellAt(placed(words, params, t, context), x, y),
    linked,
    describe: (params, cell) => describeCell(words, params, cell),
  };
}
