import { type MeasuredFile, type MeasuredRow, measuresOf } from './measured.ts';
import { critical } from './student.ts';

/** What the runs of several seeds have in common. */
export interface Statistic {
  /** Runs. */
  n: number;
  mean: number;
  /** Sample standard deviation (n - 1); null where there is one run. */
  spread: number | null;
  least: number;
  greatest: number;
}

/** The runs that differ in nothing but their seed. */
export interface Summary {
  experiment: string;
  variant: string;
  /** The group's fields without the variant, such as the plan or the parameter of a sweep. */
  conditions: Record<string, string | number>;
  seeds: number[];
  measures: Record<string, Statistic>;
  /** The runs themselves. */
  rows: MeasuredRow[];
}

/** The difference of two variants under the same conditions, mean to mean. */
export interface Comparison {
  experiment: string;
  variant: string;
  against: string;
  conditions: Record<string, string | number>;
  /** Runs of the variant, and of what it is held against. */
  n: [number, number];
  /** Variant minus the other, in the unit of the measure. */
  difference: Record<string, number>;
  /** Standard error of the difference, from both spreads (Welch); null where a side has one run. */
  error: Record<string, number | null>;
  /**
   * Half the 95 per cent interval around the difference: the standard error times Student's t for the degrees of freedom
   * that both sides have together (Welch and Satterthwaite). A difference larger than this is sure; null where a side has
   * one run.
   */
  margin: Record<string, number | null>;
}

export function statistic(values: readonly number[]): Statistic {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const spread = n > 1 ? Math.sqrt(squares / (n - 1)) : null;
  return { n, mean, spread, least: Math.min(...values), greatest: Math.max(...values) };
}

/** One summary for each group of rows, in the order of the rows. */
export function summarise(file: MeasuredFile): Summary[] {
  const groups = new Map<string, MeasuredRow[]>();
  for (const row of file.rows) {
    const name = JSON.stringify(file.group.map((field) => row[field]));
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()].map((rows) => {
    const conditions = file.group
      .filter((field) => field !== 'variant')
      .map((field) => [field, rows[0][field] as string | number]);
    const measured = rows.map((row) => measuresOf(file, row));
    const names = [...new Set(measured.flatMap((measures) => Object.keys(measures)))];
    const values = (name: string) => measured.flatMap((measures) => measures[name] ?? []);
    return {
      experiment: file.experiment,
      variant: rows[0].variant,
      conditions: Object.fromEntries(conditions),
      seeds: rows.map(({ seed }) => seed).sort((a, b) => a - b),
      measures: Object.fromEntries(names.map((name) => [name, statistic(values(name))])),
      rows,
    };
  });
}

/** Every variant against the baseline, and the file's further pairs, wherever both sides have rows. */
export function compare(file: MeasuredFile, summaries = summarise(file)): Comparison[] {
  const others = [...new Set(summaries.map(({ variant }) => variant))];
  const own = others.map((variant): [string, string] => [variant, file.baseline]);
  const pairs = [...own, ...(file.comparisons ?? [])].filter(([a, b]) => a !== b);
  const same = (a: Summary, b: Summary) =>
    JSON.stringify(a.conditions) === JSON.stringify(b.conditions);
  return pairs.flatMap(([variant, against]) =>
    summaries
      .filter((summary) => summary.variant === variant)
      .flatMap((summary) => {
        const other = summaries.find((s) => s.variant === against && same(s, summary));
        return other ? difference(summary, other) : [];
      }),
  );
}

function difference(summary: Summary, other: Summary): Comparison {
  const shared = Object.keys(summary.measures).filter((name) => other.measures[name]);
  const sides = shared.map((name) => [summary.measures[name], other.measures[name]] as const);
  return {
    experiment: summary.experiment,
    variant: summary.variant,
    against: other.variant,
    conditions: summary.conditions,
    n: [summary.seeds.length, other.seeds.length],
    difference: Object.fromEntries(
      shared.map((name, i) => [name, sides[i][0].mean - sides[i][1].mean]),
    ),
    error: Object.fromEntries(shared.map((name, i) => [name, welch(...sides[i]).error])),
    margin: Object.fromEntries(shared.map((name, i) => [name, welch(...sides[i]).margin])),
  };
}

/** Standard error of a difference of two means, and half its 95 per cent interval. */
function welch(a: Statistic, b: Statistic): { error: number | null; margin: number | null } {
  if (a.spread === null || b.spread === null) return { error: null, margin: null };
  const [left, right] = [a.spread ** 2 / a.n, b.spread ** 2 / b.n];
  const error = Math.sqrt(left + right);
  if (error === 0) return { error, margin: 0 };
  const degrees = (left + right) ** 2 / (left ** 2 / (a.n - 1) + right ** 2 / (b.n - 1));
  return { error, margin: error * critical(degrees) };
}
