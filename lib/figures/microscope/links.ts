import { type Downsampling, downsamplings } from '../../spd/downsample.ts';
import { readerSpan, type Span, sourceSpan } from '../../spd/sources.ts';
import { type Cells, type Context, type Grid, type PlacedGrid, parseCell } from '../figure.ts';
import { cellAt, cellsOf } from '../kit/placed.ts';
import { layout } from './layout.ts';
import { LEVELS, levelAt, SIDE } from './model.ts';
import type { Params } from './parameters.ts';
import type { MicroscopeCellWords, MicroscopeWords } from './words.ts';

type Words = MicroscopeWords & MicroscopeCellWords;

// Grids: `x` is the picture; `strided-3` the strided sample after three halvings. That of space-to-depth has as many
// cells as the picture: all sub-maps as tiles, as they are drawn.

const sideOf = (method: Downsampling, level: number) =>
  method === 'spd' ? SIDE : SIDE / 2 ** level;

/** Those that are drawn at t; without it, of all levels. */
function grids(words: Words, t?: number): Grid[] {
  const all = Array.from({ length: LEVELS }, (_, i) => i + 1);
  const levels = t === undefined ? all : all.filter((level) => level === Math.round(levelAt(t)));
  const maps = levels.flatMap((level) =>
    downsamplings.map((method): Grid => {
      const side = sideOf(method, level);
      const name = words.methods[method];
      const label = t === undefined ? words.grids.atLevel(name, level) : name;
      return { id: `${method}-${level}`, label, rows: side, columns: side };
    }),
  );
  return [{ id: 'x', label: words.grids.picture, rows: SIDE, columns: SIDE }, ...maps];
}

/** The grids at t with their places in the drawing. */
function placed(words: Words, t: number, context: Context): PlacedGrid[] {
  const where = layout(context);
  return grids(words, t).map((grid, i) => {
    const { x, y, side } = i === 0 ? where.picture : where.panels[i - 1];
    return { ...grid, x, y, width: side, height: side };
  });
}

function parse(cell: string) {
  const { grid, row, column } = parseCell(cell);
  const [method, level] = grid.split('-') as [Downsampling, string];
  return { method, level: Number(level), row, column };
}

/** Along one axis: the pixel at place i of the tiles of space-to-depth, and back. */
const untile = (i: number, block: number) =>
  (i % (SIDE / block)) * block + Math.floor((i * block) / SIDE);
const tile = (p: number, block: number) => (p % block) * (SIDE / block) + Math.floor(p / block);

/** Rows and columns of the picture that a cell of a map was computed from. */
function sources(cell: string): { rows: Span; columns: Span } {
  const { method, level, row, column } = parse(cell);
  const along = (i: number): Span => {
    if (method !== 'spd') return sourceSpan(method, SIDE, level, i);
    const p = untile(i, 2 ** level);
    return [p, p];
  };
  return { rows: along(row), columns: along(column) };
}

/** The pixels of the picture that a number was computed from, or all numbers that a pixel has a part in. */
function linked(cell: string): string[] {
  const { grid, row, column } = parseCell(cell);
  if (grid !== 'x') {
    const { rows, columns } = sources(cell);
    return cellsOf('x', rows, columns);
  }
  const maps = Array.from({ length: LEVELS }, (_, i) => i + 1).flatMap((level) =>
    downsamplings.map((method) => ({ method, level })),
  );
  return maps.flatMap(({ method, level }) => {
    const id = `${method}-${level}`;
    const along = (p: number): Span | undefined => {
      if (method !== 'spd') return readerSpan(method, SIDE, level, p);
      const i = tile(p, 2 ** level);
      return [i, i];
    };
    return cellsOf(id, along(row), along(column));
  });
}

function describeCell(words: Words, cell: string): string {
  const { grid, row, column } = parseCell(cell);
  if (grid === 'x') {
    let kept = 0;
    while (kept < LEVELS && [row, column].every((p) => p % 2 ** (kept + 1) === 0)) kept++;
    return words.cell.pixel(row, column, kept, LEVELS);
  }
  const { method, level } = parse(cell);
  return words.cell.map(words.methods[method], level, sources(cell));
}

export function cells(words: Words): Cells<Params> {
  return {
    grids: (_, t) => grids(words, t),
    placed: (_, t, context) => placed(words, t, context),
    cellAt: (_, t, context, x, y) => cellAt(placed(words, t, context), x, y),
    linked: (_, cell) => linked(cell),
    describe: (_, cell) => describeCell(words, cell),
  };
}
