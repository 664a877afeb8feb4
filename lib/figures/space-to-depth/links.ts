import { type Cells, cellKey, type Grid, parseCell } from '../figure.ts';
import { phaseLetter } from '../kit/palette.ts';
import { originOf, type Params, planeCount, planeName, planeOf } from './model.ts';
import type { SpaceToDepthCellWords, SpaceToDepthWords } from './words.ts';

type Words = SpaceToDepthWords & SpaceToDepthCellWords;

function grids(words: Words, params: Params): Grid[] {
  const { size, block } = params;
  const small = size / block;
  const planes = Array.from({ length: planeCount(params) }, (_, o) => ({
    id: `p${o}`,
    label: words.grid(o, planeName(params, o)),
    rows: small,
    columns: small,
  }));
  return [{ id: 'x', label: 'X', rows: size, columns: size }, ...planes];
}

/** A pixel's places in X', one a channel; or the pixel that a place of X' comes from. */
function linked(params: Params, cell: string): string[] {
  const { grid, row, column } = parseCell(cell);
  const { block, channels } = params;
  if (grid !== 'x') {
    const { dy, dx } = originOf(params, Number(grid.slice(1)));
    return [cellKey('x', row * block + dy, column * block + dx)];
  }
  return Array.from({ length: channels }, (_, c) => {
    const o = planeOf(params, { dy: row % block, dx: column % block, c });
    return cellKey(`p${o}`, Math.floor(row / block), Math.floor(column / block));
  });
}

function describeCell(words: Words, params: Params, cell: string): string {
  const { grid, row, column } = parseCell(cell);
  const { block } = params;
  if (grid === 'x') {
    const planes = linked(params, cell).map((key) => Number(parseCell(key).grid.slice(1)));
    const where = `X′[${Math.floor(row / block)}, ${Math.floor(column / block)}]`;
    const phase = phaseLetter(block, row % block, column % block);
    return words.cell.x(`X[${row}, ${column}]`, phase, where, planes);
  }
  const o = Number(grid.slice(1));
  const { dy, dx } = originOf(params, o);
  const pixel = `X[${row * block + dy}, ${column * block + dx}]`;
  return words.cell.plane(`X′[${row}, ${column}]`, o, planeName(params, o), pixel);
}

export function cells(words: Words): Cells<Params> {
  return {
    grids: (params) => grids(words, params),
    linked,
    describe: (params, cell) => describeCell(words, params, cell),
  };
}
