/** A file of content/results/cited: numbers that somebody else printed, with where they stand. */
export interface CitedFile {
  title: string;
  /** Key of the work in content/references/references.bib. */
  reference: string;
  /** Where in that work: a table, a section, a thread. */
  where: string;
  /** quoted: read in that source. retold: read in somebody's account of it. derived: counted by us from it. */
  label: 'quoted' | 'retold' | 'derived';
  /** Field name to what it means and its unit. */
  fields: Record<string, string>;
  note?: string;
  rows: ({ name: string } & Record<string, string | number>)[];
}

const files = import.meta.glob<CitedFile>('/content/results/cited/*.json', {
  eager: true,
  import: 'default',
});

/** Every cited file by its name, without folder and ending. */
export const cited = new Map(
  Object.entries(files).map(([path, file]) => [path.replace(/^.*\/|\.json$/g, ''), file]),
);

/** One number: `number('readme-coco', 'YOLOv5-SPD-s', 'AP')`. An unknown name is a build error that lists the known ones. */
export function number(
  name: string,
  row: string,
  field: string,
): { file: CitedFile; value: string } {
  const file = cited.get(name);
  if (!file)
    throw new Error(`no cited results "${name}"; there are: ${[...cited.keys()].join(', ')}`);
  const found = file.rows.find((candidate) => candidate.name === row);
  if (!found) throw new Error(`no row "${row}" in ${name}.json`);
  if (found[field] === undefined)
    throw new Error(`no field "${field}" in row "${row}" of ${name}.json`);
  if (!file.fields[field])
    throw new Error(`${name}.json does not say what its field "${field}" means`);
  const value = found[field];
  // Numbers that we counted get their separators here; what somebody printed stays as it was printed.
  return { file, value: typeof value === 'number' ? value.toLocaleString('en') : value };
}

/**
 * The tables of a file: rows of which none fills what the others fill stand in one of their own, so that no column is
 * half empty.
 */
export function tables({ fields, rows }: Pick<CitedFile, 'fields' | 'rows'>) {
  const all = Object.keys(fields);
  const filled = rows.map((row) => all.filter((name) => name in row).join());
  if (filled.includes(all.join())) return [{ columns: all, rows }];
  return [...new Set(filled)].map((kind) => ({
    columns: kind.split(','),
    rows: rows.filter((_, i) => filled[i] === kind),
  }));
}
