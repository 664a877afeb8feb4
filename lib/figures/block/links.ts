import { type Cells, cellKey, type Grid, parseCell } from '../figure.ts';
import { phaseLetter } from '../kit/palette.ts';
import { type Model, modelOf, type Params } from './model.ts';
import type { BlockCellWords, BlockWords } from './words.ts';

type Words = BlockWords & BlockCellWords;

function grids(params: Params): Grid[] {
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
function linked(params: Params, cell: string): string[] {
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

function describeCell({ cell: said }: Words, params: Params, cell: string): string {
  const model = modelOf(params);
  const { block, deep } = model;
  const { grid, row, column } = parseCell(cell);
  const keys = linked(params, cell);
  const count = (id: string) => keys.filter((key) => key.startsWith(`${id}:`)).length;
  if (grid === 'x') {
    const phase = phaseLetter(block, row % block, column % block);
    const place = `X′[${Math.floor(row / block)}, ${Math.floor(column / block)}]`;
    return said.x(row, column, phase, place, count('y'));
  }
  if (grid === 'p') return said.packed(row, column, deep, block * block, count('y'));
  return said.output(row, column, count('p'), count('x'));
}

export function cells(words: Words): Cells<Params> {
  return {
    grids,
    linked,
    describe: (params, cell) => describeCell(words, params, cell),
  };
}
