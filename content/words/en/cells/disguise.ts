import type { DisguiseCellWords } from '#lib/figures/disguise/words.ts';

export const disguise: DisguiseCellWords = {
  grids: { subMap: (letter) => `kernel of sub-map ${letter}`, strided: 'strided kernel' },
  cell: {
    none: (cell) => `There is no cell ${cell}.`,
    zero: (letter, u, v) =>
      `A zero: w[${letter}, ${u}, ${v}] reads a pixel that the strided window does not.`,
    weight: (name, value, { letter, u, v }, { row, column }) =>
      `Weight ${name}, ${value}: w[${letter}, ${u}, ${v}] after space-to-depth, W[${row}, ${column}] in the strided kernel.`,
  },
};
