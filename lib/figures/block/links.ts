import { cellKey, type Grid, parseCell } from '../figure.ts';
import { phaseLetter } from '../kit/palette.ts';
import { type Model, modelOf, type Params } from './model.ts';

export function grids(params: Params): Grid[] {
  const { size, small } = modelOf(params);
  return [
    { id: 'x', label: 'X', rows: size, columns: size },
    { id: 'p', label: 'X′', rows: small, columns: small },
    { id: 'y', label: 'X″', rows: small, columns: small },
  ];
}

const all = (n: number) => Array.from({ length: n }, (_, i) => i);

/** The places of X'' along one axis whose windows read place p of X'. */
function readers(model: Model, p: number): number[] {
  return all(model.small).filter((i) => model.footprint(i).includes(p));
}

const product = (grid: string, rows: number[], columns: number[]) =>
  rows.flatMap((row) => columns.map((column) => cellKey(grid, row, column)));

/** A pixel's place in X' and the outputs that read it; an output's places in X' and its pixels; a place's both. */
export function linked(params: Params, cell: string): string[] {
  const model = modelOf(params);
  const { block } = model;
  const { grid, row, column } = parseCell(cell);
  const pixels = (places: number[]) =>
    places.flatMap((p) => all(block).map((offset) => p * block + offset));
  if (grid === 'x') {
    const [r, c] = [Math.floor(row / block), Math.floor(column / block)];
    return [cellKey('p', r, c), ...product('y', readers(model, r), readers(model, c))];
  }
  if (grid === 'p')
    return [
      ...product('x', pixels([row]), pixels([column])),
      ...product('y', readers(model, row), readers(model, column)),
    ];
  const [rows, columns] = [model.footprint(row), model.footprint(column)];
  return [...product('p', rows, columns), ...product('x', pixels(rows), pixels(columns))];
}

export function describeCell(params: Params, cell: string): string {
  const model = modelOf(params);
  const { block, deep } = model;
  const { grid, row, column } = parseCell(cell);
  const keys = linked(params, cell);
  const count = (id: string) => keys.filter((key) => key.startsWith(`${id}:`)).length;
  const outputs = (n: number) => `${n} ${n === 1 ? 'place' : 'places'} of X″`;
  if (grid === 'x')
    return `X[${row}, ${column}], phase ${phaseLetter(block, row % block, column % block)}, goes into the depth of X′[${Math.floor(row / block)}, ${Math.floor(column / block)}]; ${outputs(count('y'))} read it.`;
  if (grid === 'p')
    return `X′[${row}, ${column}] has ${deep} channels, from ${block * block} pixels of X; ${outputs(count('y'))} read it.`;
  return `X″[${row}, ${column}] is written from ${count('p')} ${count('p') === 1 ? 'place' : 'places'} of X′, which are ${count('x')} pixels of X.`;
}
