import { cellKey, type Grid, parseCell } from '../figure.ts';
import { phaseLetter } from '../kit/palette.ts';
import { type Model, modelOf, nameOf, type Params, type Weight } from './model.ts';

export function grids(params: Params): Grid[] {
  const { block, small, filled } = modelOf(params);
  const kernels = Array.from({ length: block * block }, (_, o) => ({
    id: `k${o}`,
    label: `kernel of sub-map ${phaseLetter(block, o % block, Math.floor(o / block))}`,
    rows: small,
    columns: small,
  }));
  return [...kernels, { id: 'w', label: 'strided kernel', rows: filled, columns: filled }];
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

export function describeCell(params: Params, cell: string): string {
  const model = modelOf(params);
  const weight = weightAt(model, cell);
  if (!weight) return `There is no cell ${cell}.`;
  const { dy, dx, u, v, row, column, value, filling } = weight;
  const letter = phaseLetter(model.block, dy, dx);
  const { shift } = model.strided;
  if (filling)
    return `A zero: w[${letter}, ${u}, ${v}] reads a pixel that the strided window does not.`;
  return `Weight ${nameOf(model, weight)}, ${value.toFixed(3)}: w[${letter}, ${u}, ${v}] after space-to-depth, W[${row - shift}, ${column - shift}] in the strided kernel.`;
}
