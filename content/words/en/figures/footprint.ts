import type { FootprintWords } from '#lib/figures/footprint/words.ts';

/** How many paths lead from each pixel through a stack of halvings. */
export const footprint: FootprintWords = {
  title: 'The footprint of a stack',
  parameters: {
    halvings: { label: 'Halvings' },
    kernel: { label: 'Strided kernel', help: 'Side of the strided convolution, stride 2.' },
    after: {
      label: 'Space-to-depth with',
      help: 'The last is how the published code wires it.',
      options: {
        'spd-3': '3×3 after it',
        'spd-1': '1×1 after it',
        published: '3×3 before, 1×1 after',
      },
    },
    maps: {
      label: 'Trained weights',
      help: 'The mean size of the weights of networks that you trained, place by place. They stand in the figure for as many halvings as they have, while the kernel, or what stands beside space-to-depth, is theirs.',
    },
  },
  presets: [
    '3×3, one halving',
    '3×3, three',
    '3×3, five',
    '6×6, three',
    '7×7, three',
    'As published',
  ],
  halvings: (n) => `${n} ${n === 1 ? 'halving' : 'halvings'}`,
  strided: (kernel) => ({
    name: `${kernel} × ${kernel} with stride 2`,
    short: `${kernel}×${kernel}, stride 2`,
  }),
  spd: {
    'spd-3': { name: 'space-to-depth, then 3 × 3', short: 'SPD, then 3×3' },
    'spd-1': { name: 'space-to-depth, then 1 × 1', short: 'SPD, then 1×1' },
    published: { name: '3 × 3, space-to-depth, 1 × 1', short: '3×3, SPD, 1×1' },
  },
  ownStack: { name: 'your own stack', short: 'your own stack' },
  noMaps: 'The text in “maps” holds none: a link of “Train both yourself” may be cut short.',
  drawing: {
    times: ['no layer yet', 'once', 'twice', 'three times', 'four times', 'five times'],
    each: (paths) => `${paths} ${paths === '1' ? 'path' : 'paths'} each`,
    range: (least, most) => `${least} to ${most} paths`,
    own: 'by your trained weights',
    phases: 'right: by phase, 1 = mean',
    bars: 'along a row; dotted: mean',
    phasesShort: 'by phase, 1 = mean',
  },
  even: 'even: 1 : 1',
  noPath: 'some: no path at all',
  ratio: (ratio) => `most to least ${ratio} : 1`,
  before:
    'Before the first layer there is one path from each pixel: to itself. Every pixel has the same part in what comes out.',
  evenPaths: (name, paths) => `${name}: ${paths} paths from every pixel, an even footprint`,
  paths: (name, least, most, [a, b, c, d]) =>
    `${name}: from ${least} to ${most} paths from a pixel; by phase, relative to the mean, A ${a}, B ${b}, C ${c}, D ${d}`,
  ownPaths: (name, ratio, [a, b, c, d]) =>
    `${name}, each path counted by the mean size of your trained weights: ${ratio}; by phase, relative to the mean, A ${a}, B ${b}, C ${c}, D ${d}`,
  after: (halvings, strided, spd) =>
    `${['', 'One halving', 'Two halvings', 'Three halvings', 'Four halvings', 'Five halvings'][halvings]}. By ${strided}. By ${spd}.`,
  ofCells: async () => (await import('../cells/footprint.ts')).footprint,
};
