import { cellKey, type Grid, parseCell } from '../figure.ts';
import { phaseLetter } from '../kit/palette.ts';
import { type Model, modelOf, nameOf, type Params, type Weight } from './model.ts';
import type { DisguiseWords } from './words.ts';

export function grids({ grids: said }: DisguiseWords, params: Params): Grid[] {
  const { block, small, filled } = modelOf(params);
  const kernels = Array.from({ length: block * block }, (_, o) => ({
    id: `k${o}`,
    label: said.subMap(phaseLetter(block, o % block, Math.floor(o / block))),
    rows: small,
    columns: small,
  }));
  return [...kernels, { id: 'w', label: said.strided, rows: filled, columns: filled }];
}

export function keysOf({ block }: Model, weight: Weight): { small: string; big: string } {
  return {
    small: cellKey(`k${block * weight.dx + weight.dy}`, weight.u, weight.v),
    big: cellKey('w', weight.row, weight.column),
  };
}

/** The weight that stands at a cell of either kernel. */
export function weightAt(model: Model, cell: string): Weight | undefined {
  const { grid } = parseCell(cell);
  return model.weights.find(
    (weight) => keysOf(model, weight)[grid === 'w' ? 'big' : 'small'] === cell,
  );
}

export function linked(params: Params, cell: string): string[] {
  const model = modelOf(params);
  const weight = weightAt(model, cell);
  if (!weight) return [];
  const { small, big } = keysOf(model, weight);
  return [cell === small ? big : small];
}

export function describeCell({ cell: said }: DisguiseWords, params: Params, cell: string): string {
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
