// Our own experiments as the page shows them: whatever rows the result files hold, one run a row.

/** One training run and what it reached. */
export interface Run {
  variant: string;
  seed: number;
  /** By name: AP, AP50, top1, and `APsize.NAME` for a bin of object sizes. Per cent. */
  measures: Record<string, number>;
  command: string;
  commit: string;
}

export interface Experiment {
  id: string;
  title: string;
  about: string;
  runs: Run[];
}

/** Number of runs, mean, and standard deviation over the runs (null for one). */
export interface Summary {
  n: number;
  mean: number;
  deviation: number | null;
}

export function summarise(values: readonly number[]): Summary {
  const n = values.length;
  if (n === 0) throw new RangeError('a summary needs at least one value');
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, deviation: n > 1 ? Math.sqrt(squares / (n - 1)) : null };
}

type Json = Record<string, unknown>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/**
 * A row of a result file, or a card of shipped weights, as a run; undefined where it names no variant or measures
 * nothing. `seed` may stand alone or as `seeds.training`.
 */
export function runOf(row: unknown): Run | undefined {
  if (!isRecord(row)) return undefined;
  const variant = text(row.variant) || text(row.architecture) || text(row.name);
  const measures: Record<string, number> = {};
  for (const name of ['AP', 'AP50', 'top1', 'top1at16', 'top1at8'])
    if (typeof row[name] === 'number') measures[name] = row[name];
  if (isRecord(row.APsize))
    for (const [bin, value] of Object.entries(row.APsize))
      if (typeof value === 'number') measures[`APsize.${bin}`] = value;
  if (!variant || Object.keys(measures).length === 0) return undefined;
  const seed = isRecord(row.seeds) ? row.seeds.training : row.seed;
  return {
    variant,
    seed: typeof seed === 'number' ? seed : 0,
    measures,
    command: text(row.command),
    commit: text(row.commit),
  };
}

/** On what a row was tested: its `condition`, or what the file's `group` of fields says besides the variant. */
function conditionOf(row: Json, group: unknown): string {
  const fields = Array.isArray(group) ? group.filter((field) => field !== 'variant') : [];
  const values = fields.map((field) => row[field as string]).filter((value) => value !== undefined);
  return text(row.condition) || values.join(', ');
}

/**
 * The experiments of a result file. Rows of one `experiment`, tested on one condition, belong together; a file that
 * says neither is one experiment. Rows that measure nothing known are left out, experiments without rows too.
 */
export function experimentsOf(name: string, file: unknown): Experiment[] {
  const { rows, title, about, ...head } = isRecord(file) ? file : ({ rows: file } as Json);
  const groups = new Map<string, Experiment>();
  for (const row of Array.isArray(rows) ? rows : []) {
    const run = runOf(row);
    if (!run) continue;
    const experiment = text(row.experiment) || text(head.experiment) || name;
    const condition = conditionOf(row, head.group);
    const id = [experiment, condition].filter(Boolean).join(', ');
    const group = groups.get(id) ?? {
      id,
      title: [text(title) || experiment, condition].filter(Boolean).join(': '),
      about: text(about),
      runs: [],
    };
    group.runs.push(run);
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** The runs of each variant, in the order of their first rows. */
export function byVariant({ runs }: Experiment): Map<string, Run[]> {
  const variants = new Map<string, Run[]>();
  for (const run of runs) variants.set(run.variant, [...(variants.get(run.variant) ?? []), run]);
  return variants;
}

/** The measures that every run has, in the order of the first. */
export function commonMeasures({ runs }: Experiment): string[] {
  const [first] = runs;
  return first
    ? Object.keys(first.measures).filter((name) => runs.every(({ measures }) => name in measures))
    : [];
}
