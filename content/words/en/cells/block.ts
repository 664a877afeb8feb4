import type { BlockCellWords } from '#lib/figures/block/words.ts';

const outputs = (n: number) => `${n} ${n === 1 ? 'place' : 'places'} of X″`;

export const block: BlockCellWords = {
  cell: {
    x: (row, column, phase, place, readers) =>
      `X[${row}, ${column}], phase ${phase}, goes into the depth of ${place}; ${outputs(readers)} read it.`,
    packed: (row, column, channels, pixels, readers) =>
      `X′[${row}, ${column}] has ${channels} channels, from ${pixels} pixels of X; ${outputs(readers)} read it.`,
    output: (row, column, places, pixels) =>
      `X″[${row}, ${column}] is written from ${places} ${places === 1 ? 'place' : 'places'} of X′, which are ${pixels} pixels of X.`,
  },
};
