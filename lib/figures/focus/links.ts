import { type Cells, cellKey, type Grid, parseCell } from '../figure.ts';
import { phaseLetter } from '../kit/palette.ts';
import type { Params } from './model.ts';
import type { FocusCellWords, FocusWords } from './words.ts';

type Words = FocusWords & FocusCellWords;

function grids({ grids: labels }: Words): Grid[] {
  const maps = [0, 1, 2, 3].map((o) => ({
    id: `m${o}`,
    label: labels.subMap(phaseLetter(2, o % 2, o >> 1)),
    rows: 2,
    columns: 2,
  }));
  return [{ id: 'x', label: labels.x, rows: 4, columns: 4 }, ...maps];
}

/** A pixel's place in its sub-map, or the pixel that stands there. */
function linked(_: Params, cell: string): string[] {
  const { grid, row, column } = parseCell(cell);
  if (grid === 'x') return [cellKey(`m${2 * (column % 2) + (row % 2)}`, row >> 1, column >> 1)];
  const o = Number(grid.slice(1));
  return [cellKey('x', 2 * row + (o % 2), 2 * column + (o >> 1))];
}

function describeCell(words: Words, params: Params, cell: string): string {
  const { grid, row, column } = parseCell(cell);
  const [pixel, place] =
    grid === 'x' ? [cell, linked(params, cell)[0]] : [linked(params, cell)[0], cell];
  const from = parseCell(pixel);
  const to = parseCell(place);
  const o = Number(to.grid.slice(1));
  const letter = phaseLetter(2, o % 2, o >> 1);
  return grid === 'x'
    ? words.cell.pixel(`[${row}, ${column}]`, `[${to.row}, ${to.column}]`, letter)
    : words.cell.place(`[${row}, ${column}]`, letter, `[${from.row}, ${from.column}]`);
}

export function cells(words: Words): Cells<Params> {
  return {
    grids: () => grids(words),
    linked,
    describe: (params, cell) => describeCell(words, params, cell),
  };
}
