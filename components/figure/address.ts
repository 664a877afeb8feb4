// The state of a figure in the page's address, and its links.

import type { AddressChanges } from '#components/kit/address.ts';
import { parse } from '#components/kit/parse.ts';
import { figure as words } from '#content/words/en/player.ts';
import type { AnyFigure } from '#lib/figures/index.ts';
import type { AnyValues, Parsed } from '#lib/parameters/index.ts';
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
  const { values, errors } = parseFor(figure, source);
  const moment = readTime(figure, values, query, prefix);
  return { values, errors: [...errors, ...moment.errors], t: moment.t };
}

/** The parameters that an element's attributes give. */
export function attributesOf(element: Element, figure: AnyFigure): Record<string, string> {
  // getAttribute knows no upper case, so a parameter's name may have some.
  return Object.fromEntries(
    Object.keys(figure.parameters).flatMap((name) => {
      const value = element.getAttribute(name);
      return value === null ? [] : [[name, value]];
    }),
  );
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
): { t: number | undefined; errors: string[] } {
  const step = query.get(`${prefix}step`);
  const at = query.get(`${prefix}at`);
  if (step === null && at === null) return { t: undefined, errors: [] };
  if (step === null) return momentOf(figure, values, { at });
  const read = momentOf(figure, values, { step });
  return at === null ? read : { t: read.t, errors: [...read.errors, words.bothMoments] };
}

/** The time of a named moment by its number, or of a time that was given; clamped, with a sentence where it had to be. */
export function momentOf(
  figure: AnyFigure,
  values: AnyValues,
  given: { readonly step?: unknown; readonly at?: unknown },
): { t: number; errors: string[] } {
  if (given.step === undefined) {
    const read = parse({ at: atParameter }, given);
    return { t: read.values.at, errors: read.errors };
  }
  const read = parse({ step: stepParameter(figure, values) }, given);
  return { t: timeOfStep(figure, values, read.values.step), errors: read.errors };
}

/** The moments by number, 0 being the start. */
function stepParameter(figure: AnyFigure, values: AnyValues) {
  const max = figure.stops(values).length;
  return { kind: 'integer', label: words.moment.step, min: 0, max, default: 0 } as const;
}

const atParameter = {
  kind: 'number',
  label: words.moment.at,
  min: 0,
  max: 1,
  default: 0,
} as const;

/** The time of stop `step`, 0 being the start; clamped. */
export function timeOfStep(figure: AnyFigure, values: AnyValues, step: number): number {
  const stops = figure.stops(values);
  if (step <= 0) return 0;
  return stops[Math.min(step, stops.length) - 1]?.t ?? 1;
}

/** The moment that a page shows of a figure: one that it names, the last one for any number above, else the most telling. */
export function restOf(figure: AnyFigure, values: AnyValues, stop: number | undefined): number {
  return stop === undefined ? figure.poster(values) : timeOfStep(figure, values, stop);
}

/** What the query of a page whose figure begins with `base`, and rests at `stop`, has to say to give this state back. */
export function stateChanges(
  figure: AnyFigure,
  { values, t }: State,
  prefix: string,
  base: AnyValues,
  stop?: number,
): AddressChanges {
  const changes: Record<string, string | null> = {};
  for (const name of [...Object.keys(figure.parameters), 'step', 'at'])
    changes[prefix + name] = null;
  for (const [name, value] of Object.entries(values))
    if (value !== base[name]) changes[prefix + name] = String(value);
  if (t === restOf(figure, values, stop)) return changes;
  const step = stepAt(figure.stops(values), t);
  if (step >= 0) changes[`${prefix}step`] = String(step);
  else changes[`${prefix}at`] = t.toFixed(3);
  return changes;
}

/** The address of `page` with this query alone. */
export function withQuery(page: URL, changes: AddressChanges): string {
  const url = new URL(page);
  url.search = '';
  for (const [name, value] of Object.entries(changes))
    if (value !== null) url.searchParams.set(name, value);
  return url.href;
}
