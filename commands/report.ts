/** A cell of a report: numbers are set to the right. */
export type Cell = string | number | boolean | null | undefined;

/**
 * Prints rows on standard output: an aligned table for people, or with `json` one document `{ "rows": [...] }`. The
 * columns are the fields of the first row, in their order.
 */
export function report(
  rows: readonly object[],
  { json = false, title }: { json?: boolean; title?: string } = {},
): void {
  if (json) {
    console.log(JSON.stringify({ rows }, null, 2));
    return;
  }
  if (title) console.log(`${title}\n`);
  console.log(table(rows as readonly Record<string, Cell>[]));
}

/** The rows as aligned lines under a heading. */
export function table(rows: readonly Readonly<Record<string, Cell>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => text(row[column])))];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  const numeric = columns.map((column) => typeof rows[0]?.[column] === 'number');
  return lines
    .map((line) =>
      line
        .map((cell, i) => (numeric[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function text(value: Cell): string {
  if (typeof value !== 'number') return String(value ?? '');
  if (Number.isInteger(value)) return value.toLocaleString('en-US');
  return Math.abs(value) < 1e-2 ? value.toExponential(2) : value.toFixed(2);
}
