import { medianOf } from '#components/kit/median.ts';
import type { Course } from './run.ts';

/** Milliseconds that each network takes for its part of a step: the median of those that were timed; undefined before. */
export function timesOf({ took, terms }: Course): number[] | undefined {
  if (took.length === 0) return undefined;
  return terms.plans.map((_, i) => medianOf(took.map((each) => each[i])));
}
