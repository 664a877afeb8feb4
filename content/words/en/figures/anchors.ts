import type { AnchorsWords } from '#lib/figures/anchors/words.ts';

/** Which cells and anchors are asked for an object. */
export const anchors: AnchorsWords = {
  title: 'Who answers for this object?',
  parameters: {
    x: { label: 'Centre, across' },
    y: { label: 'Centre, down' },
    width: { label: 'Width' },
    height: { label: 'Height' },
    ratio: {
      label: 'Largest factor',
      help: 'An anchor fits when neither side differs from the object’s by this factor. YOLOv5 uses 4.',
    },
  },
  presets: ['A car', 'A very small thing', 'A long bus', 'Large', 'On a corner of cells'],
  stops: {
    levels: 'three grids',
    own: 'the cell of the centre',
    ratio: 'which anchors fit',
    neighbours: 'neighbours help',
  },
  level: (name, stride) => `${name}, stride ${stride}`,
  cells: (columns, rows, stride) => `${columns} × ${rows} cells of ${stride} px`,
  fits: 'fits',
  fitsNot: 'no',
  noneFits: 'no anchor fits',
  anchors: (n) => `${n} ${n === 1 ? 'anchor' : 'anchors'}`,
  cellCount: (n) => `${n} ${n === 1 ? 'cell' : 'cells'}`,
  share: (answers, predictions) => [
    `${answers} of ${predictions} predicted boxes`,
    answers > 0 ? 'are trained on this object' : 'are trained on it: it is missed',
  ],
  object: (width, height, x, y, side) =>
    `An object ${width} px wide and ${height} px high, its centre at ${x} across and ${y} down in a picture of ${side} × ${side} px.`,
  grids: 'Three grids lie over the picture: cells of 8, 16 and 32 px.',
  centres: (cells) =>
    `In each grid the centre lies in one cell: ${cells.map(({ name, row, column }) => `${name} row ${row}, column ${column}`).join('; ')}.`,
  fitting: (ratio, levels) =>
    `Anchors that differ by less than a factor of ${ratio}: ${levels.map(({ name, fitting }) => `${fitting} of 3 at ${name}`).join(', ')}.`,
  neighbours: (levels, answers, predictions) =>
    `With the neighbours: ${levels.map(({ name, sum }) => `${name}: ${sum}`).join('; ')}. In all ${answers} of the ${predictions} predicted boxes are asked for this object.`,
  ofCells: async () => (await import('../cells/anchors.ts')).anchors,
};
