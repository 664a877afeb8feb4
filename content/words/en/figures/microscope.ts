import type { MicroscopeWords } from '#lib/figures/microscope/words.ts';
import { methods } from './methods.ts';

const TIMES = ['', 'once', 'twice', 'three times', 'four times', 'five times'];

/** What six ways to halve a picture leave of a small car. */
export const microscope: MicroscopeWords = {
  title: 'The downsampling microscope',
  parameters: {
    length: { label: 'Length of the car' },
    offset: {
      label: 'Place of the car',
      help: 'How far the car stands to the right of and below the middle; quarters of a pixel too.',
    },
    paint: { label: 'Paint', options: { red: 'red', dark: 'dark grey' } },
    scene: {
      label: 'Generated scene',
      help: 'A whole generated scene at 64 pixels a side instead of the car; 0 is the car.',
    },
  },
  presets: [
    'A car of 8 pixels',
    'Moved by 4 pixels',
    'Dark paint',
    'A car of 24 pixels',
    'A whole scene',
  ],
  halvings: (n) => `${n} ${n === 1 ? 'halving' : 'halvings'}`,
  methods,
  drawing: {
    picture: 'picture 64 × 64 × 3',
    pictureShort: 'picture 64 × 64 × 3 = 12,288 numbers',
    notHalved: 'not halved yet',
    halved: (times) => `halved ${TIMES[times]}`,
    onePosition: 'one position stands for',
    frame: (side) => `${side} × ${side} ${side === 1 ? 'pixel' : 'pixels'} (the frame)`,
    numbers: 'The picture has 12,288 numbers.',
    legend: [
      'bars: how strongly the car',
      'shows, halved 0 to 5 times;',
      'number: now, of 255 levels',
    ],
  },
  ownPicture: 'Your picture at 64 × 64 pixels',
  scene: (number) => `Generated scene ${number} at 64 × 64 pixels`,
  car: (dark, length) =>
    `A ${dark ? 'dark grey' : 'red'} car of ${length} pixels on a road, 64 × 64 pixels`,
  before: (what) => `${what}, before the first halving: 12,288 numbers.`,
  after: (what, times, kept, all) =>
    `${what}, halved ${TIMES[times]}: five ways keep ${kept} numbers, space-to-depth keeps all 12,288 as ${all}.`,
  shows: (shown) =>
    `How strongly the car still shows, of 255 grey levels: ${shown.map(({ name, value }) => `${name} ${value}`).join(', ')}.`,
  ofCells: async () => (await import('../cells/microscope.ts')).microscope,
};
