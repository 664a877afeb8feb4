// npm run results: every summary over seeds, and every difference from the baseline, rebuilt from the measured rows.
import { parseArgs } from 'node:util';
import { compare, type MeasuredFile, type Summary, summarise } from '#lib/results/index.ts';
import { readMeasured } from './measured.ts';
import { type Cell, report, table } from './report.ts';

/** One summary as a row of `--json`: mean and spread of each measure by its name. */
export interface ResultRow {
  experiment: string;
  variant: string;
  conditions: Record<string, string | number>;
  seeds: number[];
  mean: Record<string, number>;
  spread: Record<string, number | null>;
}

export function resultRow(summary: Summary): ResultRow {
  const { experiment, variant, conditions, seeds, measures } = summary;
  const each = <T>(pick: (name: string) => T) =>
    Object.fromEntries(Object.keys(measures).map((name) => [name, pick(name)]));
  const mean = each((name) => measures[name].mean);
  const spread = each((name) => measures[name].spread);
  return { experiment, variant, conditions, seeds, mean, spread };
}

const DIFFERENCES =
  "Difference of the means ± half its 95 % interval (Student's t, Welch); * where the interval leaves out 0";

/** What cost is the same for every seed: no spread is worth printing. */
const CONSTANT = ['parameters', 'macs'];

function summaryTable(summaries: Summary[]): string {
  const names = [...new Set(summaries.flatMap(({ measures }) => Object.keys(measures)))];
  return table(
    summaries.map(({ variant, conditions, seeds, measures }) => {
      const cells = names.map((name): [string, Cell] => {
        const found = measures[name];
        if (!found) return [name, ''];
        const constant = CONSTANT.includes(name) || found.spread === null;
        const spread = found.spread?.toFixed(2);
        return [name, constant ? number(found.mean) : `${number(found.mean)} ± ${spread}`];
      });
      return { ...conditions, variant, seeds: seeds.join(' '), ...Object.fromEntries(cells) };
    }),
  );
}

function comparisonTable(file: MeasuredFile): string {
  const left = Object.keys(file.fields).filter((name) => !['hours', ...CONSTANT].includes(name));
  return table(
    compare(file).map(({ variant, against, conditions, n, difference, margin }) => {
      const cells = Object.keys(difference)
        .filter((name) => left.some((field) => name === field || name.startsWith(`${field} `)))
        .map((name): [string, Cell] => {
          const half = margin[name];
          const within = half === null ? '' : ` ± ${half.toFixed(2)}`;
          const sure = half !== null && Math.abs(difference[name]) > half ? ' *' : '';
          const sign = difference[name] < 0 ? '' : '+';
          return [name, `${sign}${number(difference[name])}${within}${sure}`];
        });
      return { ...conditions, variant, against, n: n.join(' / '), ...Object.fromEntries(cells) };
    }),
  );
}

function number(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en-US') : value.toFixed(2);
}

function print(files: MeasuredFile[]): void {
  for (const file of files.filter(({ rows }) => rows.length > 0)) {
    const summaries = summarise(file);
    console.log(`${file.title} (${file.experiment}.json, ${file.rows.length} rows)`);
    console.log(`${file.about}. Mean ± standard deviation over the seeds.\n`);
    console.log(`${summaryTable(summaries)}\n`);
    const differences = comparisonTable(file);
    if (differences) console.log(`${DIFFERENCES}\n\n${differences}\n`);
  }
  const empty = files.filter(({ rows }) => rows.length === 0);
  for (const { experiment, command } of empty) {
    console.log(`${experiment}: no rows yet; they come from: ${command}`);
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, experiment: { type: 'string' } },
  });
  const files = readMeasured();
  const wanted = files.filter(({ experiment }) => experiment === (values.experiment ?? experiment));
  if (wanted.length === 0) {
    const known = files.map(({ experiment }) => experiment).join(', ');
    throw new RangeError(`--experiment ${values.experiment} is none of ${known}`);
  }
  if (values.json)
    report(
      wanted.flatMap((file) => summarise(file).map(resultRow)),
      { json: true },
    );
  else print(wanted);
}
