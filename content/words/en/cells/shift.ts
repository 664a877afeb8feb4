import type { ShiftCellWords } from '#lib/figures/shift/words.ts';

export const shift: ShiftCellWords = {
  grids: { x: 'picture', subMap: (name) => `sub-map ${name}` },
  cell: {
    pixel: (row, column, kept, subMap) =>
      `Pixel in row ${row}, column ${column}: the strided sample ${kept ? 'keeps it' : 'drops it'}; space-to-depth has it in sub-map ${subMap}.`,
    place: (row, column, of, { pixels, rows, columns }) =>
      `Row ${row}, column ${column} of the ${of}: one number from ${pixels === 1 ? 'one pixel' : `${pixels} pixels`} of the picture, row ${rows}, column ${columns}.`,
    span: (first, last) => (first === last ? `${first}` : `${first} to ${last}`),
  },
};
