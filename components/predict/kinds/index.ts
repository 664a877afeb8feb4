import type { Kind } from '../bet.ts';
import type { ChoiceSpec } from './choice.ts';
import type { CurveSpec } from './curve.ts';
import type { NumberSpec } from './number.ts';
import type { OrderSpec } from './order.ts';
import type { PaintSpec } from './paint.ts';

export type Spec = ChoiceSpec | PaintSpec | NumberSpec | OrderSpec | CurveSpec;

/** The kinds of bets, each fetched where a page has one. A specification goes with the kind that it names. */
const kinds = {
  choice: async () => (await import('./choice.ts')).choice,
  paint: async () => (await import('./paint.ts')).paint,
  number: async () => (await import('./number.ts')).number,
  order: async () => (await import('./order.ts')).order,
  curve: async () => (await import('./curve.ts')).curve,
};

/** The kind that a specification names; a guess goes with the specification. */
export async function kindOf(spec: Spec): Promise<Kind<Spec, unknown>> {
  return (await kinds[spec.kind]()) as Kind<Spec, unknown>;
}
