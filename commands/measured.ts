import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { MeasuredFile, MeasuredRow } from '#lib/results/index.ts';

const FOLDER = new URL('../content/results/measured/', import.meta.url);

/** The files of content/results/measured, by name. */
export function readMeasured(): MeasuredFile[] {
  const names = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  const files = names
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as MeasuredFile);
  // Those of the bench and of the gallery are of another kind: times and scenes, not runs.
  return files.filter(({ experiment }) => experiment !== undefined);
}

/** JSON with one line a row, as training/strideless/rows.py writes it: a run more is one line more. */
export function serialise({ rows, ...words }: MeasuredFile): string {
  const head = JSON.stringify(words, null, 2).slice(0, -2);
  const lines = rows.map((row) => `\n    ${JSON.stringify(row)}`).join(',');
  return `${head},\n  "rows": [${lines}${lines ? '\n  ' : ''}]\n}\n`;
}

/** The file with rows added; one with the same key replaces the old one. Sorted by the key, numbers before words. */
export function withRows(file: MeasuredFile, rows: readonly MeasuredRow[]): MeasuredFile {
  const keyOf = (row: MeasuredRow) => file.key.map((field) => row[field]);
  const byKey = new Map([...file.rows, ...rows].map((row) => [JSON.stringify(keyOf(row)), row]));
  const sorted = [...byKey.values()].sort((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    return left.map((value, i) => order(value, right[i])).find((sign) => sign !== 0) ?? 0;
  });
  return { ...file, rows: sorted };
}

function order(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

/** Adds rows to content/results/measured/NAME.json. */
export function record(name: string, rows: readonly MeasuredRow[]): void {
  const path = new URL(`${name}.json`, FOLDER);
  writeFileSync(path, serialise(withRows(JSON.parse(readFileSync(path, 'utf8')), rows)));
}

/** How a row came about: the command as it was typed. */
export function typed(name: string): string {
  return [`npm run ${name}`, ...process.argv.slice(2)].join(' ').replace(name, `${name} --`);
}

/** A number as it is recorded, with so many decimals. */
export function rounded(value: number, decimals: number): number {
  return Math.round(10 ** decimals * value) / 10 ** decimals;
}
