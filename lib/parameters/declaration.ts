// A figure or a lab declares its parameters once; controls, URL, attributes and validation follow from that.

interface Common<T> {
  label: string;
  default: T;
  /** A sentence for the reader. */
  help?: string;
}

/** A whole or real number in [min, max]; `step` is the control's grid and, for integers, the allowed grid (from min). */
export interface NumberParameter extends Common<number> {
  kind: 'integer' | 'number';
  min: number;
  max: number;
  /** Default 1 for integers, (max - min) / 100 for numbers. */
  step?: number;
  unit?: string;
}

export interface ChoiceParameter extends Common<string> {
  kind: 'choice';
  options: readonly { value: string; label: string }[];
}

export interface BooleanParameter extends Common<boolean> {
  kind: 'boolean';
}

export interface TextParameter extends Common<string> {
  kind: 'text';
  /** Characters at most, default 200. */
  maxLength?: number;
}

export type Parameter = NumberParameter | ChoiceParameter | BooleanParameter | TextParameter;

/** Parameters by name, in the order of the controls. */
export type Declaration = Readonly<Record<string, Parameter>>;

type ValueOf<P extends Parameter> = P extends NumberParameter
  ? number
  : P extends BooleanParameter
    ? boolean
    : P extends { kind: 'choice'; options: readonly { value: infer V }[] }
      ? V
      : string;

/** The values that belong to a declaration: numbers, booleans, strings, and for a choice the union of its options. */
export type Values<D extends Declaration> = { -readonly [Name in keyof D]: ValueOf<D[Name]> };

/** Any parameter's value. */
export type Value = number | boolean | string;
export type AnyValues = Record<string, Value>;

/**
 * Brings values into agreement with each other (a block size divides a size): the nearest values that agree, and a
 * sentence for each that was changed.
 */
export type Constrain<V = AnyValues> = (values: V) => { values: V; errors: string[] };

/** The value each parameter has when nothing is said. */
export function defaults<D extends Declaration>(declaration: D): Values<D> {
  return Object.fromEntries(
    Object.entries(declaration).map(([name, parameter]) => [name, parameter.default]),
  ) as Values<D>;
}

/** The grid of a number parameter's control. */
export function stepOf({ kind, min, max, step }: NumberParameter): number {
  return step ?? (kind === 'integer' ? 1 : (max - min) / 100);
}
