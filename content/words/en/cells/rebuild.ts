import type { RebuildCellWords } from '#lib/figures/rebuild/words.ts';

const count = (n: number, of: string) => (n === 1 ? `one ${of}` : `${n} ${of}s`);

export const rebuild: RebuildCellWords = {
  grids: {
    x: 'picture',
    subMap: (letter) => `sub-map ${letter}`,
    written: (map) => `map ${map} of what is written`,
    again: 'rebuilt',
    missing: 'what is missing',
  },
  cell: {
    again: (row, column) =>
      `Rebuilt pixel in row ${row}, column ${column}: what the numbers say of that pixel.`,
    missing: (row, column) =>
      `Difference in row ${row}, column ${column}: what the numbers don’t say of that pixel.`,
    pixel: (row, column, numbers) =>
      `Pixel in row ${row}, column ${column}: ${numbers === 0 ? 'no number is computed from it' : `it has a part in ${count(numbers, 'number')} of each colour`}.`,
    subMap: (row, column, pixel) =>
      `Sub-map, row ${row}, column ${column}: the pixel in row ${pixel.row}, column ${pixel.column}.`,
    written: (map, row, column, pixels) =>
      `Map ${map}, row ${row}, column ${column}: computed from ${count(pixels, 'pixel')} of each colour.`,
  },
};
