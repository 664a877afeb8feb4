import type { ReadsCellWords } from '#lib/figures/reads/words.ts';

export const reads: ReadsCellWords = {
  grids: { x: 'input', y: 'output' },
  cell: {
    pixel: (row, column, reads) =>
      `Pixel in row ${row}, column ${column}: read ${reads === 1 ? 'once' : `${reads} times`}.`,
    output: (row, column, pixels) =>
      `Output in row ${row}, column ${column}: reads ${pixels} pixels of the input.`,
  },
};
