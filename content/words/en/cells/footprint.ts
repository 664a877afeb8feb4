import type { FootprintCellWords } from '#lib/figures/footprint/words.ts';

export const footprint: FootprintCellWords = {
  share: (share) => `${share} of the mean by your trained weights`,
  cell: (row, column, halvings, stacks) =>
    `Paths from the pixel in row ${row}, column ${column} to the outputs, after ${halvings} ${halvings === 1 ? 'halving' : 'halvings'}. ${stacks.map(({ name, paths }) => `${name}: ${paths}`).join('; ')}.`,
};
