import type { Kind } from '../bet.ts';
import { type ChoiceSpec, choice } from './choice.ts';
import { type CurveSpec, curve } from './curve.ts';
import { type NumberSpec, number } from './number.ts';
import { type OrderSpec, order } from './order.ts';
import { type PaintSpec, paint } from './paint.ts';

export type Spec = ChoiceSpec | PaintSpec | NumberSpec | OrderSpec | CurveSpec;

/** The kinds of bets. A specification goes with the kind that it names, and a guess with the specification. */
const kinds = { choice, paint, number, order, curve };

/** The kind that a specification names. */
export function kindOf(spec: Spec): Kind<Spec, unknown> {
  return kinds[spec.kind] as Kind<Spec, unknown>;
}
