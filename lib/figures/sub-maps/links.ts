import { type Cells, cellKey, type Grid, parseCell } from '../figure.ts';
import { modelOf, type Params, placeOf } from './model.ts';
import type { SubMapsCellWords, SubMapsWords } from './words.ts';

type Words = SubMapsWords & SubMapsCellWords;

function grids({ grids: labels }: Words, { size }: Params): Grid[] {
  return [
    { id: 'x', label: labels.x, rows: size, columns: 1 },
    { id: 'slices', label: labels.slices, rows: size, columns: 1 },
    { id: 'sentence', label: labels.sentence, rows: size, columns: 1 },
  ];
}

/** The same row in the other two columns; a cell's row is the row of X, wherever it stands. */
function linked(_: Params, cell: string): string[] {
  const { grid, row } = parseCell(cell);
  return ['x', 'slices', 'sentence'].filter((g) => g !== grid).map((g) => cellKey(g, row, 0));
}

function describeCell(words: Words, params: Params, cell: string): string {
  const { slices, sentence } = modelOf(params);
  const { row } = parseCell(cell);
  const [a, b] = [placeOf(slices, row).x, placeOf(sentence, row).x];
  return a === b ? words.cellSame(row, a) : words.cellDiffers(row, a, b);
}

export function cells(words: Words): Cells<Params> {
  return {
    grids: (params) => grids(words, params),
    linked,
    describe: (params, cell) => describeCell(words, params, cell),
  };
}
