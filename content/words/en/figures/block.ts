import type { BlockWords } from '#lib/figures/block/words.ts';

/** The block of SPD-Conv, and what each wiring costs. */
export const block: BlockWords = {
  title: 'SPD-Conv, the block',
  parameters: {
    block: { label: 'Block size s' },
    kernel: { label: 'Kernel k' },
    inputs: { label: 'Channels C₁', help: 'Channels of X.' },
    outputs: { label: 'Channels C₂', help: 'Channels that the convolution writes.' },
    size: { label: 'Size S' },
  },
  presets: ['3×3 after SPD', '1×1 after SPD', 'C₂ = s²C₁', 'block size 3'],
  stops: {
    fly: 'X′: blocks moved into the depth',
    window: 'the convolution’s first window',
    walk: 'X″: all windows',
    cost: 'what it costs',
  },
  doesNotDivide: (block, size, nearest) =>
    `Block size ${block} does not divide the size ${size}: size ${nearest} is shown.`,
  wirings: {
    strided: (kernel, stride) => `${kernel}, stride ${stride}`,
    spd: (kernel) => `SPD, ${kernel}`,
    'spd-1x1': 'SPD, 1×1',
    published: (kernel) => `${kernel}, SPD, 1×1`,
  },
  publishedNote: '(published code)',
  arrows: { spd: 'SPD', noWeights: 'no weights', stride1: 'stride 1' },
  numbers: (n) => `${n} numbers`,
  weights: 'weights',
  macs: 'multiply-accumulates',
  what: (block, kernel, x, x1, x2) =>
    `SPD-Conv with block size ${block} and a ${kernel} × ${kernel} convolution: ${x} → ${x1} → ${x2}.`,
  start: (numbers) => `X has ${numbers} numbers.`,
  moved: (block) =>
    `Space-to-depth moves every ${block} × ${block} block into the depth: as many numbers as before, none learned.`,
  window: (kernel, channels) =>
    `The convolution’s window reads ${kernel} × ${kernel} places through all ${channels} channels and writes one place of X″.`,
  walked: 'The window stops at every place, since the map is small already.',
  readsAndWrites: (reads, writes) => `It reads ${reads} numbers and writes ${writes}.`,
  costs: (rows) =>
    `For the same change of shape: ${rows
      .map(
        ({ wiring, weights, macs, times }) =>
          `${wiring}: ${weights} weights, ${macs} multiply-accumulates (${times})`,
      )
      .join('; ')}.`,
  ofCells: async () => (await import('../cells/block.ts')).block,
};
