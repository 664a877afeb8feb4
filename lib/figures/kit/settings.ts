// A figure's parameters without words, the type of the words that belong to them, and both put together.
import type {
  BooleanParameter,
  ChoiceParameter,
  NumberParameter,
  TextParameter,
  Values,
} from '../../parameters/index.ts';

/** With `help: true` a sentence of help belongs to it. */
type Wordless<P> = Omit<P, 'label' | 'help'> & { help?: true };

export type Setting =
  | Wordless<NumberParameter>
  | Wordless<BooleanParameter>
  | Wordless<TextParameter>
  | (Wordless<Omit<ChoiceParameter, 'options'>> & { options: readonly string[] });

/** A declaration of parameters that says nothing in any language yet. */
export type Settings = Readonly<Record<string, Setting>>;

type Options<S> = S extends { options: readonly (infer V extends string)[] } ? V : never;

/** What a language must have to say of these parameters. */
export type SettingWords<S extends Settings> = {
  [Name in keyof S]: { label: string } & (S[Name] extends { help: true }
    ? { help: string }
    : unknown) &
    ([Options<S[Name]>] extends [never]
      ? unknown
      : { options: Readonly<Record<Options<S[Name]>, string>> });
};

/** The parameters as controls and pages read them. */
export type Labelled<S extends Settings> = {
  readonly [Name in keyof S]: S[Name] extends { kind: 'choice' }
    ? Omit<ChoiceParameter, 'options'> & {
        options: readonly { value: Options<S[Name]>; label: string }[];
      }
    : S[Name] extends { kind: 'integer' | 'number' }
      ? NumberParameter
      : S[Name] extends { kind: 'boolean' }
        ? BooleanParameter
        : TextParameter;
};

/** The values that belong to wordless parameters. */
export type SettingValues<S extends Settings> = Values<Labelled<S>>;

/** Parameters in a language. */
export function labelled<S extends Settings>(settings: S, words: SettingWords<S>): Labelled<S> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, { help: _, ...setting }]) => {
      const { options, ...own } = words[name] as {
        label: string;
        help?: string;
        options?: Record<string, string>;
      };
      const parameter = { ...setting, ...own };
      if (setting.kind !== 'choice') return [name, parameter];
      const choices = setting.options.map((value) => ({ value, label: options?.[value] ?? value }));
      return [name, { ...parameter, options: choices }];
    }),
  ) as Labelled<S>;
}
