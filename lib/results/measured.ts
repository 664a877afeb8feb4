/** One measurement: what tells it from others (variant, seed, ...) and what was measured. */
export interface MeasuredRow {
  variant: string;
  /** Seed of the training. */
  seed: number;
  [field: string]: unknown;
}

/** A file of content/results/measured: what a command of this repository measured, one row a run. */
export interface MeasuredFile {
  experiment: string;
  title: string;
  /** On what it was measured. */
  about: string;
  /** The command that writes the rows; each row may name its own. */
  command: string;
  /** The variant that the others are compared with, and further pairs [variant, against]. */
  baseline: string;
  comparisons?: [variant: string, against: string][];
  /** The fields that tell rows apart, in the order that they are sorted by. */
  key: string[];
  /** The fields in which the rows of one summary agree: all of the key but the seed. */
  group: string[];
  /** Each measure to what it means, and its unit. A measure may be a map of numbers (AP by size). */
  fields: Record<string, string>;
  rows: MeasuredRow[];
}

/** The numbers of a row by name: `AP`, and `APsize <8` for a map's entry. Only what the file declares as a field. */
export function measuresOf(file: MeasuredFile, row: MeasuredRow): Record<string, number> {
  const measures: Record<string, number> = {};
  for (const field of Object.keys(file.fields)) {
    const value = row[field];
    if (typeof value === 'number') measures[field] = value;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, entry] of Object.entries(value)) {
      if (typeof entry === 'number') measures[`${field} ${name}`] = entry;
    }
  }
  return measures;
}
