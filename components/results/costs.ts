// What each variant costs, beside what it reached.

import { measured, spoken, summariesOf } from '#components/kit/measured.ts';
import { measured as words } from '#content/words/en/measured.ts';
import type { Summary } from '#lib/results/index.ts';

/** The costs by which variants are compared. */
export type CostMeasure = 'macs' | 'parameters' | 'ratio';

/** Time of a pass in the engine, over the baseline's; undefined where it was not measured. */
function timeOf(variant: string) {
  const file = measured.get('latency');
  const found = file && summariesOf(file, {}).find((of) => of.variant === variant);
  return found?.measures.ratio;
}

/** MACs in millions, parameters in thousands, time over the baseline's. */
export function costOf({ variant, measures }: Summary, cost: CostMeasure): number | undefined {
  if (cost === 'ratio') return timeOf(variant)?.mean;
  const value = measures[cost]?.mean;
  return value === undefined ? undefined : value / (cost === 'macs' ? 1e6 : 1e3);
}

/** The columns of a table: those costs that are known of every variant; none where the rows know no cost at all. */
export function costs(summaries: Summary[]): { name: string; of: (variant: string) => string }[] {
  if (summaries.some((summary) => costOf(summary, 'macs') === undefined)) return [];
  const known = (['macs', 'parameters', 'ratio'] as const).filter((cost) =>
    summaries.every((summary) => costOf(summary, cost) !== undefined),
  );
  return known.map((cost) => ({
    name: words.costs[cost],
    of: (variant) => {
      const summary = summaries.find((of) => of.variant === variant);
      if (!summary) return '';
      if (cost === 'parameters') return summary.measures.parameters.mean.toLocaleString('en');
      const time = timeOf(variant);
      if (cost === 'macs' || !time) return costOf(summary, 'macs')!.toFixed(1);
      // The baseline over itself: nothing that could spread.
      return spoken(time.spread === 0 ? { ...time, spread: null } : time);
    },
  }));
}
