import type { Cells, Grid } from '../figure.ts';
import { phaseLetter } from '../kit/palette.ts';
import { modelOf, nameOf, type Params } from './model.ts';
import { keysOf, weightAt } from './places.ts';
import type { DisguiseCellWords, DisguiseWords } from './words.ts';

type Words = DisguiseWords & DisguiseCellWords;

function grids({ grids: said }: Words, params: Params): Grid[] {
  const { block, small, filled } = modelOf(params);
  const kernels = Array.from({ length: block * block }, (_, o) => ({
    id: `k${o}`,
    label: said.subMap(phaseLetter(block, o % block, Math.floor(o / block))),
    rows: small,
    columns: small,
  }));
  return [...kernels, { id: 'w', label: said.strided, rows: filled, columns: filled }];
}

function linked(params: Params, cell: string): string[] {
  const model = modelOf(params);
  const weight = weightAt(model, cell);
  if (!weight) return [];
  const { small, big } = keysOf(model, weight);
  return [cell === small ? big : small];
}

function describeCell({ cell: said }: Words, params: Params, cell: string): string {
  const model = modelOf(params);
  const weight = weightAt(model, cell);
  if (!weight) return said.none(cell);
  const { dy, dx, u, v, row, column, value, filling } = weight;
  const letter = phaseLetter(model.block, dy, dx);
  if (filling) return said.zero(letter, u, v);
  const { shift } = model.strided;
  return said.weight(
    nameOf(model, weight),
    value.toFixed(3),
    { letter, u, v },
    { row: row - shift, column: column - shift },
  );
}

export function cells(words: Words): Cells<Params> {
  return {
    grids: (params) => grids(words, params),
    linked,
    describe: (params, cell) => describeCell(words, params, cell),
  };
}
