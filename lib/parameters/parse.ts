import {
  type AnyValues,
  type ChoiceParameter,
  type Constrain,
  type Declaration,
  type NumberParameter,
  type Parameter,
  stepOf,
  type Value,
  type Values,
} from './declaration.ts';
import { shorten } from './shorten.ts';
import type { ParameterWords } from './words.ts';

/** What a reader, a URL, an attribute or a message gives: strings, or values already. */
export type Source = URLSearchParams | Readonly<Record<string, unknown>>;

export interface Parsed<V> {
  values: V;
  /** One sentence for each value that could not be taken as it was given. */
  errors: string[];
}

/**
 * Reads every declared parameter from `source`; what is missing has its default, what is wrong is replaced by the
 * nearest allowed value (or the default) and reported in `words`. Unknown names are left alone. Never throws.
 */
export function parse<D extends Declaration>(
  declaration: D,
  source: Source,
  words: ParameterWords,
  constrain?: Constrain<Values<D>>,
): Parsed<Values<D>> {
  const values: AnyValues = {};
  const errors: string[] = [];
  for (const [name, parameter] of Object.entries(declaration)) {
    const given = lookUp(source, name);
    const [value, error] =
      given === undefined ? [parameter.default] : read(name, parameter, given, words);
    values[name] = value;
    if (error) errors.push(error);
  }
  const typed = values as Values<D>;
  if (!constrain) return { values: typed, errors };
  const agreed = constrain(typed);
  return { values: agreed.values, errors: [...errors, ...agreed.errors] };
}

function lookUp(source: Source, name: string): unknown {
  if (source instanceof URLSearchParams) return source.get(name) ?? undefined;
  return Object.hasOwn(source, name) ? (source[name] ?? undefined) : undefined;
}

function read(
  name: string,
  parameter: Parameter,
  given: unknown,
  words: ParameterWords,
): [Value, string?] {
  // A message from another window may carry anything; an object may even refuse to become a string.
  if (!['string', 'number', 'boolean'].includes(typeof given))
    return [parameter.default, words.wrongType(name, typeof given)];
  switch (parameter.kind) {
    case 'integer':
    case 'number':
      return readNumber(name, parameter, given, words);
    case 'boolean': {
      const text = String(given).trim().toLowerCase();
      if (['true', '1', 'yes', 'on', ''].includes(text)) return [true];
      if (['false', '0', 'no', 'off'].includes(text)) return [false];
      return [parameter.default, words.yesOrNo(name, shorten(given))];
    }
    case 'choice': {
      const text = String(given);
      const meant = choiceMeant(parameter, text);
      if (meant !== undefined) return [meant];
      const allowed = parameter.options.map(({ value }) => value);
      return [parameter.default, words.oneOf(name, allowed, shorten(given))];
    }
    case 'text': {
      const text = String(given);
      const most = parameter.maxLength ?? 200;
      if (text.length <= most) return [text];
      return [text.slice(0, most), words.tooLong(name, text.length, most)];
    }
  }
}

/** The option that a reader means: as it is written, or in other letters of case and between blanks where that names one only. */
function choiceMeant({ options }: ChoiceParameter, given: string): string | undefined {
  if (options.some(({ value }) => value === given)) return given;
  const plain = (text: string) => text.trim().toLowerCase();
  const alike = options.filter(({ value }) => plain(value) === plain(given));
  return alike.length === 1 ? alike[0].value : undefined;
}

function readNumber(
  name: string,
  parameter: NumberParameter,
  given: unknown,
  words: ParameterWords,
): [number, string?] {
  const { kind, min, max } = parameter;
  const text = typeof given === 'number' ? String(given) : String(given).trim();
  // -0 is no value of its own: it would be written as 0.
  const number = text === '' ? Number.NaN : Number(text) + 0;
  if (!Number.isFinite(number))
    return [parameter.default, words.noNumber(name, shorten(given), parameter.default)];
  if (number < min) return [min, words.atLeast(name, min, text)];
  if (number > max) return [max, words.atMost(name, max, text)];
  if (kind === 'number') return [number];
  const step = stepOf(parameter);
  const nearest = Math.min(min + Math.round((number - min) / step) * step, max);
  if (nearest === number) return [number];
  return [nearest, words.notWhole(name, step, text, nearest)];
}

/** The values that differ from their defaults, as strings for a URL or attributes. parse() reads them back. */
export function serialise<D extends Declaration>(
  declaration: D,
  values: Values<D>,
): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, parameter] of Object.entries(declaration)) {
    const value = (values as AnyValues)[name];
    if (value !== parameter.default) out[name] = String(value);
  }
  return out;
}
