import type { FocusCellWords } from '#lib/figures/focus/words.ts';

export const focus: FocusCellWords = {
  grids: { x: 'a piece of the map', subMap: (letter) => `sub-map ${letter}` },
  cell: {
    pixel: (from, to, letter) => `Pixel ${from} becomes ${to} of sub-map ${letter}.`,
    place: (place, letter, pixel) => `Place ${place} of sub-map ${letter} is pixel ${pixel}.`,
  },
};
