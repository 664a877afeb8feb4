import type { Theme } from '../figures/kit/themes.ts';
import { type AnyValues, type Declaration, defaults } from '../parameters/index.ts';

/** File systems take 255 bytes; nobody reads half of that. */
const LONGEST = 110;

/** Small letters, digits, points and hyphens: safe in every file system and address. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('×', 'x')
    .replaceAll('/', '-')
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
}

export interface Named {
  /** Of the figure. */
  name: string;
  parameters: Declaration;
  values: AnyValues;
  theme: Theme;
}

/** Of a figure: its number and label where it has them, else its time. */
export interface NamedMoment {
  /** In [0, 1]. */
  t: number;
  number?: number;
  label?: string;
}

/**
 * What a file says of what it shows, as `block=3`: the figure, all of its parameters, the moment, the theme.
 */
export function keywordsOf(
  { name, values, theme }: Omit<Named, 'parameters'>,
  moment?: NamedMoment,
): string[] {
  const parameters = Object.entries(values).map(([key, value]) => `${key}=${value}`);
  const { t, number, label } = moment ?? {};
  const at = number === undefined ? `at=${t?.toFixed(3)}` : `step=${number} (${label})`;
  return [`figure=${name}`, ...parameters, ...(moment ? [at] : []), `theme=${theme}`];
}

/**
 * What a file is called, without its ending: figure, parameters that are not at their defaults, what is shown of it,
 * theme, as in `space-to-depth_block-3_step-2_dark`.
 */
export function fileName({ name, parameters, values, theme }: Named, shown: string): string {
  const usual: AnyValues = defaults(parameters);
  const changed = Object.entries(values)
    .filter(([key, value]) => value !== usual[key])
    .map(([key, value]) => `${slug(key)}-${slug(String(value))}`);
  const all = [slug(name), ...changed];
  const end = [shown, theme].filter((part) => part !== '').join('_');
  const start = all.join('_').slice(0, LONGEST - end.length - 1);
  return `${start}_${end}`;
}
