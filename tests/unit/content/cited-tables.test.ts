import { expect, it } from 'vitest';
import { cited, tables } from '#components/kit/cited.ts';

it('no table of cited numbers has a column that its rows leave empty', () => {
  expect(cited.size).toBeGreaterThan(5);
  for (const [name, file] of cited) {
    const all = tables(file);
    expect(
      all.flatMap(({ rows }) => rows),
      name,
    ).toHaveLength(file.rows.length);
    for (const { columns, rows } of all)
      expect(
        rows.some((row) => columns.every((field) => field in row)),
        name,
      ).toBe(true);
  }
  // Models whose work was counted to the last number, and models whose work was rounded.
  expect(tables(cited.get('counts')!)).toHaveLength(2);
});
