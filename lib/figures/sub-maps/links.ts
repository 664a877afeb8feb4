import { cellKey, type Grid, parseCell } from '../figure.ts';
import { modelOf, type Params, placeOf } from './model.ts';

export function grids({ size }: Params): Grid[] {
  return [
    { id: 'x', label: 'rows of X', rows: size, columns: 1 },
    { id: 'slices', label: 'by the slices', rows: size, columns: 1 },
    { id: 'sentence', label: 'by the sentence', rows: size, columns: 1 },
  ];
}

/** The same row in the other two columns; a cell's row is the row of X, wherever it stands. */
export function linked(_: Params, cell: string): string[] {
  const { grid, row } = parseCell(cell);
  return ['x', 'slices', 'sentence'].filter((g) => g !== grid).map((g) => cellKey(g, row, 0));
}

export function describeCell(params: Params, cell: string): string {
  const { slices, sentence } = modelOf(params);
  const { row } = parseCell(cell);
  const [a, b] = [placeOf(slices, row).x, placeOf(sentence, row).x];
  return a === b
    ? `Row ${row} goes to sub-map ${a} by both rules.`
    : `Row ${row} goes to sub-map ${a} by the slices (${row} − ${a} = ${row - a}), to sub-map ${b} by the sentence (${row} + ${b} = ${row + b}).`;
}
