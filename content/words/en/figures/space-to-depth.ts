import type { SpaceToDepthWords } from '#lib/figures/space-to-depth/words.ts';

/** Pixels fly to their sub-maps, stack as channels, and come back. */
export const spaceToDepth: SpaceToDepthWords = {
  title: 'Space-to-depth',
  parameters: {
    block: { label: 'Block size s' },
    size: { label: 'Size S' },
    channels: {
      label: 'Channels C₁',
      help: '1: luminance; 2 to 4: the first of red, green, blue, luminance.',
    },
    order: {
      label: 'Channel order',
      options: {
        spd: 'SPD-Conv, Focus',
        tensorflow: 'TensorFlow, ONNX',
        'pixel-unshuffle': 'PyTorch PixelUnshuffle',
      },
    },
    scene: {
      label: 'Generated scene',
      help: 'A piece of one of the scenes that the detectors are tested on; 0 is the sample picture.',
    },
  },
  stops: {
    phases: (n) => `${n} phases`,
    fly: (n) => `${n} sub-maps`,
    split: (channels) => (channels > 1 ? 'channels in order' : 'in order'),
    stack: 'stacked as X′',
    back: 'and back',
  },
  doesNotDivide: (block, size, nearest) =>
    `Block size ${block} does not divide the size ${size}: size ${nearest} is shown.`,
  drawing: { back: 'depth-to-space', subMaps: (n, shape) => `${n} sub-maps ${shape}` },
  channels: (n) => `${n} channels`,
  what: (block, shapes, order) =>
    `Space-to-depth with block size ${block}: ${shapes}, in the channel order of ${order}.`,
  start: (size, channels) =>
    `The picture X has ${size} × ${size} pixels and ${channels === 1 ? '1 channel' : `${channels} channels`}.`,
  phases: (block, last) =>
    `Every ${block} × ${block} block of X has ${block * block} phases, lettered A to ${last}, down the first column, then the next.`,
  fly: (block, small) =>
    `The pixels of equal phase fly together: ${block * block} sub-maps of ${small} × ${small} pixels, every ${['', '', 'second', 'third', 'fourth'][block]} row and column of X.`,
  split: (planes, order, more) =>
    `The sub-maps become ${planes} channels, in the order ${order.join(', ')}${more ? ' and so on' : ''}.`,
  stack: (small, planes) =>
    `The channels stacked are X′: ${small} × ${small} positions, ${planes} channels deep, every number of X once.`,
  back: 'Depth-to-space puts every number back: X is as it was, nothing is lost.',
  ofCells: async () => (await import('../cells/space-to-depth.ts')).spaceToDepth,
};
