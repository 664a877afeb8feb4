// The state of a figure in the page's address, and its links.
import type { AnyFigure } from '#lib/figures/index.ts';
import { type AnyValues, type Parsed, parse } from '#lib/parameters/index.ts';
import { stepAt } from './clock.ts';

export interface State {
  values: AnyValues;
  t: number;
}

/** Reads values and time from a query; `prefix` is "" on an embed page and "id." on a page with several figures. */
export function readState(
  figure: AnyFigure,
  query: URLSearchParams,
  prefix: string,
  attributes: Readonly<Record<string, string>>,
): Parsed<AnyValues> & { t: number | undefined } {
  const source: Record<string, string> = { ...attributes };
  for (const name of Object.keys(figure.parameters)) {
    const given = query.get(prefix + name);
    if (given !== null) source[name] = given;
  }
  const parsed = parseFor(figure, source);
  return { ...parsed, t: readTime(figure, parsed.values, query, prefix) };
}

/** parse() with the figure's own declaration and constraint. */
export function parseFor(
  figure: AnyFigure,
  source: Readonly<Record<string, unknown>>,
): Parsed<AnyValues> {
  return parse(figure.parameters, source, figure.constrain?.bind(figure));
}

function readTime(
  figure: AnyFigure,
  values: AnyValues,
  query: URLSearchParams,
  prefix: string,
): number | undefined {
  const step = Number(query.get(`${prefix}step`) ?? Number.NaN);
  if (Number.isInteger(step)) return timeOfStep(figure, values, step);
  const at = Number(query.get(`${prefix}at`) ?? Number.NaN);
  return Number.isFinite(at) ? Math.min(1, Math.max(0, at)) : undefined;
}

/** The time of stop `step`, 0 being the start; clamped. */
export function timeOfStep(figure: AnyFigure, values: AnyValues, step: number): number {
  const stops = figure.stops(values);
  if (step <= 0) return 0;
  return stops[Math.min(step, stops.length) - 1]?.t ?? 1;
}

/** The query that gives this state back on a page whose figure begins with `base`; other keys of `query` stay. */
export function writeState(
  figure: AnyFigure,
  { values, t }: State,
  query: URLSearchParams,
  prefix: string,
  base: AnyValues,
): URLSearchParams {
  const out = new URLSearchParams(query);
  for (const name of [...Object.keys(figure.parameters), 'step', 'at']) out.delete(prefix + name);
  for (const [name, value] of Object.entries(values))
    if (value !== base[name]) out.set(prefix + name, String(value));
  if (t === figure.poster(values)) return out;
  const step = stepAt(figure.stops(values), t);
  if (step >= 0) out.set(`${prefix}step`, String(step));
  else out.set(`${prefix}at`, t.toFixed(3));
  return out;
}

/** An address with this query, or without a question mark if there is none. */
export function withQuery(address: URL, query: URLSearchParams): string {
  const url = new URL(address);
  url.search = query.toString();
  return url.href;
}
