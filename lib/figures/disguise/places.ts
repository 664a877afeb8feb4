// The weights as cells of the two kernels.
import { cellKey, parseCell } from '../figure.ts';
import type { Model, Weight } from './model.ts';

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
