// Where each option of a bet stands in the charts that answer: from what a chapter says of it, when the page is built.
import type { Place, Span } from '#components/kit/chart-place.ts';
import { type Conditions, statisticOf } from '#components/kit/measured.ts';

/** What a chapter says of the marks of its options, in their order: one of these. */
export interface Marks {
  /** The chart, where the bet holds several and asks about one. */
  chart?: string;
  /** The rows that an option names. */
  rows?: string[][];
  /** Stretches of the axis. */
  x?: Span[];
  /** Stretches of the other axis, in one column. */
  y?: { column: string; spans: Span[] };
  /** Parts of what one variant gains over another: along the axis in some rows, or upwards at the end of a curve. */
  parts?: {
    of: string;
    from: string;
    to: string;
    where: Conditions;
    spans: Span[];
    rows?: string[];
    at?: Span;
  };
}

/** @throws Error where the result files do not know what is named */
export function placesOf({ chart, rows, x, y, parts }: Marks): Place[][] {
  const all: Place[][] =
    rows?.map((own) => own.map((row) => ({ row }))) ??
    x?.map((span) => [{ x: span }]) ??
    y?.spans.map((span) => [{ column: y.column, y: span }]) ??
    (parts && partsOf(parts)) ??
    [];
  return chart ? all.map((places) => places.map((place) => ({ chart, ...place }))) : all;
}

function partsOf({ of, from, to, where, spans, rows, at }: NonNullable<Marks['parts']>): Place[][] {
  const [low, high] = [from, to].map((variant) => statisticOf(of, variant, 'AP', where).mean);
  const value = (part: number) => Number((low + part * (high - low)).toFixed(2));
  return spans.map(([a, b]) => {
    const span: Span = [value(a), value(b)];
    if (at) return [{ x: at, y: span }];
    return (rows ?? []).map((row) => ({ row, x: span }));
  });
}
