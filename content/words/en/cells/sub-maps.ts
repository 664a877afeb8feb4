import type { SubMapsCellWords } from '#lib/figures/sub-maps/words.ts';

export const subMaps: SubMapsCellWords = {
  grids: { x: 'rows of X', slices: 'by the slices', sentence: 'by the sentence' },
  cellSame: (row, subMap) => `Row ${row} goes to sub-map ${subMap} by both rules.`,
  cellDiffers: (row, slices, sentence) =>
    `Row ${row} goes to sub-map ${slices} by the slices (${row} − ${slices} = ${row - slices}), to sub-map ${sentence} by the sentence (${row} + ${sentence} = ${row + sentence}).`,
};
