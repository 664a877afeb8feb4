// Scores while training goes on, from the rows of curves.json.

import { type Conditions, experiment, summariesOf } from '#components/kit/measured.ts';
import type { Summary } from '#lib/results/index.ts';

/** Mean and spread of one measure at one step. */
export interface Point {
  variant: string;
  step: number;
  y: number;
  low: number;
  high: number;
}

/** Every variant's mean of a measure by step; the band is the standard deviation, of no width where there is one seed. */
export function points(summaries: readonly Summary[], measure: string): Point[] {
  return summaries.flatMap(({ variant, conditions, measures }) => {
    const found = measures[measure];
    if (!found) return [];
    const spread = found.spread ?? 0;
    const { mean } = found;
    return [
      { variant, step: Number(conditions.step), y: mean, low: mean - spread, high: mean + spread },
    ];
  });
}

/** The order of the variants at the last step that all of them reached. */
export interface Order {
  /** Best first. */
  variants: string[];
  last: number;
  /** The step since which it has not changed; undefined where it was so from the first score on. */
  since?: number;
}

/** undefined where no step was reached by all, or there is one variant only. */
export function orderOf(all: readonly Point[]): Order | undefined {
  const variants = new Set(all.map(({ variant }) => variant));
  const steps = [...new Set(all.map(({ step }) => step))].sort((a, b) => a - b);
  const orders = steps.flatMap((step) => {
    const here = all.filter((point) => point.step === step);
    if (here.length < variants.size) return [];
    return { step, order: here.sort((a, b) => b.y - a.y).map(({ variant }) => variant) };
  });
  const last = orders.at(-1);
  if (!last || variants.size < 2) return undefined;
  const changed = orders.findLastIndex(({ order }) => order.join() !== last.order.join());
  const since = changed < 0 ? undefined : orders[changed + 1].step;
  return { variants: last.order, last: last.step, since };
}

export const curvesOf = (where: Conditions): Summary[] => summariesOf(experiment('curves'), where);
