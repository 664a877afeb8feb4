import type { RebuildWords } from '#lib/figures/rebuild/words.ts';
import { large } from '../large.ts';

/** What can be rebuilt of a picture from what a halving layer writes. */
export const rebuild: RebuildWords = {
  title: 'What can be rebuilt',
  parameters: {
    via: {
      label: 'Halved by',
      options: {
        spd: 'space-to-depth, then a convolution',
        strided: 'a convolution with stride 2',
      },
    },
    kernel: { label: 'Kernel' },
    channels: {
      label: 'Output channels C₂',
      help: 'For one input channel. Four would be as many numbers as went in.',
    },
    precision: {
      label: 'Kept as',
      options: {
        exact: 'exact numbers',
        float32: 'float32',
        float16: 'float16',
        bits8: '8 bits',
        noise: 'with 1 % noise',
        camera: 'exact, noise in the picture',
      },
      help: 'What becomes of the numbers before the picture is rebuilt.',
    },
    border: {
      label: 'Beyond the border',
      options: { zeros: 'zeros', wrap: 'the other side of the picture' },
      help: 'Networks put zeros there. A picture that wraps around has no border.',
    },
    draw: {
      label: 'Draw of the weights',
      help: 'The weights are random; another number draws others.',
    },
    filters: {
      label: 'Trained filters',
      help: 'What the first filters of a network that you trained do to grey. They stand in the figure while halving and kernel are theirs.',
    },
    scene: { label: 'Generated scene', help: 'A piece of a generated scene; 0 is the car.' },
  },
  presets: [
    'SPD + 1×1, two channels',
    'SPD + 1×1, four',
    '3×3 / 2, one channel',
    '3×3 / 2, four',
    '1×1 / 2, four',
    '3×3 / 2, four, float16',
    'SPD + 1×1, four, float16',
  ],
  stops: {
    spd: (numbers) => `space-to-depth: ${numbers} numbers`,
    conv: (numbers) => `convolution: ${numbers} numbers`,
    rebuild: 'rebuilt from them',
    error: 'what is missing',
  },
  drawing: {
    picture: 'the picture',
    camera: 'the picture, seen',
    written: {
      exact: 'what is written',
      float32: 'written, float32',
      float16: 'written, float16',
      bits8: 'written, 8 bits',
      noise: 'written, 1 % noise',
      camera: 'what is written',
    },
    spd: 'space-to-depth',
    own: (filters) =>
      filters === 1 ? 'by a filter of yours, on grey' : `by ${filters} filters of yours, on grey`,
    again: 'rebuilt from it',
    missing: 'what is missing',
    nothing: 'nothing',
    error: (levels) => `error ${levels} grey levels`,
    noneLost: (numbers) => `${numbers}, none lost`,
    noneLostShort: (numbers) => `${numbers}`,
    rank: 'independent (rank)',
    all: (rank) => `${rank}: every pixel is known`,
    some: (rank, numbers) => `${rank} of ${numbers}`,
    condition: 'condition number',
    grows: (condition) => `${condition}: how many times an error may grow`,
  },
  large,
  noWeights: 'The text in “filters” holds none: a link of “Train both yourself” may be cut short.',
  own: 'The weights are those of trained filters, as they answer to grey.',
  which: { own: 'Your picture', scene: 'A piece of a scene', car: 'A small car' },
  start: (which, side, numbers) =>
    `${which} at ${side} × ${side} pixels, each colour by itself: ${numbers} numbers.`,
  split: (start, half, numbers) =>
    `${start} Space-to-depth makes them ${half} × ${half} × 4: the same ${numbers} numbers.`,
  layer: {
    spd: (kernel, numbers) =>
      `Space-to-depth keeps ${numbers}; a ${kernel} × ${kernel} convolution after it`,
    strided: (kernel) => `A ${kernel} × ${kernel} convolution with stride 2`,
  },
  written: (start, layer, half, channels, outputs, rank) =>
    `${start} ${layer} writes ${half} × ${half} × ${channels} = ${outputs} numbers, of which ${rank} are independent.`,
  left: (written, unknown, numbers) =>
    unknown === 0
      ? `${written} So each of the ${numbers} pixels is known.`
      : `${written} So ${unknown} of ${numbers} can’t be known from them.`,
  border: { zeros: 'with zeros beyond the border', wrap: 'where the picture wraps around' },
  condition: (left, border, condition) => `${left} The condition number is ${condition} ${border}.`,
  kept: {
    exact: 'exact numbers',
    float32: 'float32 numbers',
    float16: 'float16 numbers',
    bits8: 'maps of 8 bits',
    noise: 'maps with noise of 1 %',
    camera: 'exact numbers of a picture with noise of 2 grey levels',
  },
  ofCar: (firm, kept, error) =>
    `${firm} From ${kept} the car is rebuilt with an error of ${error} grey levels.`,
  ofCells: async () => (await import('../cells/rebuild.ts')).rebuild,
};
