import type { MicroscopeCellWords } from '#lib/figures/microscope/words.ts';

const span = ([first, last]: readonly [number, number]) =>
  first === last ? ` ${first}` : `s ${first} to ${last}`;

export const microscope: MicroscopeCellWords = {
  grids: { picture: 'picture', atLevel: (method, level) => `${method}, ${level}` },
  cell: {
    pixel: (row, column, kept, all) => {
      const halvings = `${kept} ${kept === 1 ? 'halving' : 'halvings'}`;
      const how = kept === all ? 'to the end' : `for ${halvings}`;
      return `Pixel in row ${row}, column ${column}: the strided sample ${kept === 0 ? 'drops it at once' : `keeps it ${how}`}; space-to-depth always has it.`;
    },
    map: (method, level, { rows, columns }) => {
      const count = (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1);
      return `${method[0].toUpperCase()}${method.slice(1)}, after ${level} ${level === 1 ? 'halving' : 'halvings'}: one number from ${count === 1 ? 'one pixel' : `${count} pixels`} of the picture, row${span(rows)}, column${span(columns)}.`;
    },
  },
};
