// Our own experiments as the pages show them: the rows of content/results/measured, summarised by lib/results.
import {
  type Comparison,
  compare,
  type MeasuredFile,
  type Statistic,
  type Summary,
  summarise,
} from '#lib/results/index.ts';

/** The values of a file's group but the variant: a plan, a move, a parameter and its value. */
export type Conditions = Record<string, string | number>;

const modules = import.meta.glob<MeasuredFile>('/content/results/measured/*.json', {
  eager: true,
  import: 'default',
});

/** Every result file of runs, by the experiment that it names. */
export const measured = new Map(
  Object.values(modules)
    .filter(({ experiment }) => experiment !== undefined)
    .map((file) => [file.experiment, file]),
);

/** @throws Error that lists the experiments there are */
export function experiment(name: string): MeasuredFile {
  const file = measured.get(name);
  if (!file)
    throw new Error(`no experiment "${name}"; there are: ${[...measured.keys()].join(', ')}`);
  return file;
}

const agrees = (conditions: Conditions) => (of: { conditions: Conditions }) =>
  Object.entries(conditions).every(([field, value]) => of.conditions[field] === value);

/** The summaries under some conditions, in the order of the rows; the best mean of a measure first where one is named. */
export function summariesOf(
  file: MeasuredFile,
  conditions: Conditions,
  sortedBy?: string,
): Summary[] {
  const found = summarise(file).filter(agrees(conditions));
  return sortedBy ? bestFirst(found, sortedBy) : found;
}

/** Sorted by the mean of a measure, the largest first. */
export function bestFirst(summaries: readonly Summary[], measure: string): Summary[] {
  const mean = ({ measures }: Summary) => measures[measure]?.mean ?? 0;
  return [...summaries].sort((a, b) => mean(b) - mean(a));
}

/** A measure of a variant over its runs. Without rows for it, a build error. */
export function statisticOf(
  name: string,
  variant: string,
  measure: string,
  conditions: Conditions = {},
): Statistic {
  const found = summariesOf(experiment(name), conditions).filter((of) => of.variant === variant);
  const statistic = found[0]?.measures[measure];
  if (found.length !== 1 || !statistic)
    throw new Error(
      `${name}: ${found.length} summaries of ${variant}, ${measure}, under ${JSON.stringify(conditions)}`,
    );
  return statistic;
}

/** The difference of two variants under each of the conditions that agree with these. Points, variant minus against. */
export function differencesOf(
  file: MeasuredFile,
  variant: string,
  against: string,
  conditions: Conditions = {},
): Comparison[] {
  const pair = { ...file, baseline: against, comparisons: [] };
  return compare(pair)
    .filter((of) => of.variant === variant)
    .filter(agrees(conditions));
}

/** From here on a value is no per cent, and two digits of it are enough. */
const MANY = 200;

/** Decimals of a mean; of a difference one, like its neighbours in a sentence, unless it would read as none. */
function decimals(value: number, isDifference: boolean): number {
  const size = Math.abs(value);
  if (size >= MANY) return 1 - Math.floor(Math.log10(size));
  return size < (isDifference ? 0.05 : 2.5) ? 2 : 1;
}

function written(value: number, digits: number): string {
  if (digits > 0) return value.toFixed(digits);
  const step = 10 ** -digits;
  return (Math.round(value / step) * step).toLocaleString('en');
}

/** A mean with its spread, or a difference with its margin: "16.3 ± 0.4"; without one where there is a single run. `largest` is that of its column. */
export function spoken(
  { mean, spread }: Pick<Statistic, 'mean' | 'spread'>,
  sign = false,
  largest = mean,
): string {
  let digits = decimals(largest, sign);
  // A spread that would read as none has more decimals, two at most.
  if (digits > 0 && spread)
    for (let more = 0; more < 2 && Number(spread.toFixed(digits)) === 0; more++) digits++;
  const plus = sign && mean > 0 ? '+' : '';
  const text = `${plus}${written(mean, digits)}`.replace('-', '−');
  return spread === null ? text : `${text} ± ${written(spread, digits)}`;
}
