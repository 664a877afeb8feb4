import type { ReadsWords } from '#lib/figures/reads/words.ts';
import { oneOf } from '../listed.ts';

const spread = (dilation: number) => (dilation > 1 ? `, dilation ${dilation}` : '');

/** A window walks over a grid and counts who reads each pixel. */
export const reads: ReadsWords = {
  title: 'Who reads each pixel?',
  parameters: {
    size: { label: 'Input size', help: 'Height and width of the input.' },
    kernel: { label: 'Kernel' },
    stride: { label: 'Stride' },
    padding: {
      label: 'Padding',
      help: 'PyTorch users write padding = k // 2, the same on both sides; TensorFlow puts the odd zero after.',
      options: {
        'same-pytorch': 'SAME as PyTorch users write it',
        'same-tensorflow': 'SAME as TensorFlow',
        '0': '0',
        '1': '1',
        '2': '2',
        '3': '3',
      },
    },
    dilation: { label: 'Dilation' },
    block: {
      label: 'Space-to-depth first',
      help: 'Block size of a space-to-depth before the convolution; 1 is none.',
    },
  },
  presets: ['3×3 / 2', '3×3 / 3', '2×2 / 2', '6×6 / 2', 'SPD + 3×3', '1×1 / 2'],
  stops: {
    first: 'first placement',
    second: 'second placement',
    row: 'first row',
    rest: (windows) => (windows === 1 ? 'one window' : `all ${windows} windows`),
    summary: 'the pattern',
  },
  changed: {
    stride: (stride) => `After space-to-depth the convolution has no stride, not ${stride}`,
    block: (block, size) => `Block size ${block} does not divide the size ${size}`,
    padding: (padding) => `Padding ${padding} has no room here`,
    dilation: (dilation) => `Dilation ${dilation} has no room here`,
    kernel: (kernel) => `A kernel of ${kernel} has no room here`,
    shown: (why, name, value) => `${why}: ${name} ${value} is shown.`,
  },
  drawing: {
    input: (size) => `input ${size} × ${size}`,
    window: (kernel, stride, padding) =>
      `${kernel} × ${kernel} window, stride ${stride}, ${padding}`,
    windowShort: (kernel, stride, padding) => `${kernel} × ${kernel}, stride ${stride}, ${padding}`,
    padding: (before, after) =>
      before === after ? `padding ${before}` : `padding ${before} + ${after}`,
    output: (size) => `output ${size} × ${size}`,
    counted: (windows, all, short) => `${short ? '' : 'window '}${windows} of ${all}`,
    none: 'no window yet',
    legend: 'times a pixel is read',
    strips: 'strips: reads along one axis',
    pattern: 'far from the edges',
    patternLines: ['far from', 'the edges'],
    subMaps: (size, channels) => `sub-maps ${size} × ${size} × ${channels}`,
    rows: (i, period, short) => {
      if (period === 1) return 'every row';
      const which = period === 2 ? ['even', 'odd'][i] : `${period}n${i > 0 ? ` + ${i}` : ''}`;
      if (short) return which;
      return period === 2 ? `${which} rows` : `rows ${which}`;
    },
  },
  why: {
    spd: (block, extent) => `even: ${block} divides ${extent}`,
    stride1: 'even: no pixel is stepped over',
    divides: (stride, kernel) => `even: ${stride} divides ${kernel}`,
    dilation: (stride, dilation) =>
      `uneven: stride ${stride} and dilation ${dilation} share a divisor`,
    counts: (reads) => `uneven: read ${oneOf(reads)} times`,
  },
  padding: (before, after) =>
    before === after ? `padding ${before}` : `padding ${before} before and ${after} after`,
  plain: (kernel, stride, padding, dilation) =>
    `A ${kernel} × ${kernel} window with stride ${stride} and ${padding}${spread(dilation)}`,
  afterSpd: (block, kernel, padding, dilation) =>
    `Space-to-depth with block size ${block}, then a ${kernel} × ${kernel} window with stride 1 and ${padding}${spread(dilation)}`,
  over: (what, size, now) => `${what}, over ${size} × ${size} pixels. ${now}`,
  noWindow: 'No window is placed yet.',
  placed: (windows, all, reads) =>
    `${windows} of ${all} ${all === 1 ? 'window' : 'windows'} placed: pixels have been read ${oneOf(reads)} times.`,
  even: (reads) =>
    `Far from the edges every pixel is read ${reads === 1 ? 'once' : `${reads} times`}.`,
  uneven: (reads) =>
    `Far from the edges pixels are read ${oneOf(reads)} times, depending on row and column.`,
  ofCells: async () => (await import('../cells/reads.ts')).reads,
};
