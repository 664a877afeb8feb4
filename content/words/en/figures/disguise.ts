import type { DisguiseWords } from '#lib/figures/disguise/words.ts';

const ordinal = (block: number) => ['', '', 'second', 'third', 'fourth'][block] ?? `${block}th`;
const zeroes = (zeros: string | undefined) => (zeros ? `; ${zeros} of them are zero` : '');

/** The weights of a convolution after space-to-depth become a strided kernel, or the other way round. */
export const disguise: DisguiseWords = {
  title: 'A stride in disguise',
  parameters: {
    given: {
      label: 'Given',
      help: 'Which of the two is given; the other is made from its weights.',
      options: { spd: 'space-to-depth + convolution', strided: 'strided convolution' },
    },
    block: { label: 'Block size, stride s' },
    kernel: { label: 'Kernel k', help: 'Of the convolution that is given.' },
    seed: { label: 'Random weights' },
    filters: {
      label: 'Trained filters',
      help: 'The first halving of a network that you trained, as a link of “Train both yourself” gives it. It stands in the figure while given, block size and kernel are its own.',
    },
  },
  presets: [
    'SPD + 3×3 = 6×6 / 2',
    'SPD + 1×1 = 2×2 / 2',
    'block size 3',
    '3×3 / 2 = SPD + 2×2',
    '7×7 / 2 = SPD + 4×4',
    '1×1 / 2 = SPD + 1×1',
  ],
  noWeights: 'The text in “filters” holds none: a link of “Train both yourself” may be cut short.',
  own: 'The numbers are those of a trained filter for red, in hundredths of its largest weight.',
  noRoom: (kernel, block, shown) =>
    `A kernel of ${kernel} after block size ${block} has no room here: kernel ${shown} is shown.`,
  stops: {
    fill: 'zeros fill the blocks',
    first: 'sub-map A',
    rest: (phases) => (phases > 4 ? 'all sub-maps' : 'sub-maps B, C, D'),
    equal: 'the same numbers',
  },
  window: (kernel, stride, [before, after]) =>
    `${kernel}×${kernel}, stride ${stride}, padding ${before === after ? before : `${before} + ${after}`}`,
  drawing: {
    spd: (block) => `after space-to-depth, s = ${block}`,
    spdShort: 'after space-to-depth',
    strided: 'on the pixels',
    filling: (side) => `zeros fill it up to ${side}×${side}`,
    moved: (weights) => `${weights} weights, moved and not changed: the same numbers come out`,
    movedShort: (weights) => `the same ${weights} weights, the same numbers`,
    zeros: (zeros) => `the same numbers come out; ${zeros} of the weights are zero`,
    zerosShort: (zeros) => `the same numbers; ${zeros} zeros`,
  },
  spd: {
    start: (window, block) =>
      `A convolution (${window}) after space-to-depth with block size ${block}, one kernel for each of the ${block * block} sub-maps`,
    first: (start, block, side) =>
      `${start}. The weights of sub-map A move to every ${ordinal(block)} row and column of a kernel of ${side} × ${side}.`,
    rest: (start, side) =>
      `${start}. All ${side * side} weights find their places in a kernel of ${side} × ${side}, each sub-map’s in its phase.`,
    equal: (start, strided, weights) =>
      `${start}, is one convolution on the pixels (${strided}): the same ${weights} weights, and the same numbers come out.`,
  },
  strided: {
    start: (window) => `A convolution (${window})`,
    weights: (start, weights) => `${start}, ${weights} weights.`,
    fill: (start, side) =>
      `${start}. Zeros fill its kernel up to ${side} × ${side}, so that it holds whole blocks.`,
    part: (start, kernel, phases, zeros) =>
      `${start}. Its weights part by phase: a kernel of ${kernel} × ${kernel} for each of the ${phases} sub-maps${zeroes(zeros)}.`,
    equal: (start, block, kernel, weights, zeros) =>
      `${start} is space-to-depth with block size ${block} and a ${kernel} × ${kernel} convolution with ${weights} weights${zeroes(zeros)}. The same numbers come out.`,
  },
  ofCells: async () => (await import('../cells/disguise.ts')).disguise,
};
