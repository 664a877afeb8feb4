import type { Layout, Spot } from './layout.ts';
import type { Model, Weight } from './model.ts';

/** All that is drawn at a moment: how far each act has come. */
export interface Scene {
  model: Model;
  where: Layout;
  fill: number;
  first: number;
  rest: number;
  equal: number;
}

/** Where a weight stands among the given kernel and among the one that is made. */
export function spots({ model, where }: Scene, weight: Weight): { from: Spot; to: Spot } {
  const small = where.small(weight.dy, weight.dx, weight.u, weight.v);
  const big = where.big(weight.row, weight.column);
  return model.given === 'spd' ? { from: small, to: big } : { from: big, to: small };
}
