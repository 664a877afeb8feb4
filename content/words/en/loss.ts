import { spoken } from '../spoken.ts';

/** Words of the chapter on what is lost. */
export const loss = spoken('loss', {
  blocks: {
    caption:
      'Numbers for one position of the halved map, along the backbone at size s: from the published wirings, counted when the page was built.',
    stage: 'Halving',
    before: 'In the 2×2 block',
    strided: 'YOLOv5s writes',
    after: 'SPD writes',
    behind: 'then its convolution writes',
  },
  footprint: {
    title: 'Computed by the engine',
    caption: 'Gradient of the stack by phase, relative to its mean, as the engine computes it',
    waiting: 'The engine starts when this comes into view.',
    working: 'The engine is computing gradients…',
    columns: ['Weights', 'Strided', 'Space-to-depth'],
    ones: 'all one: the paths',
    random: 'random',
    trained: 'trained',
    agree: (difference: string) => `agrees with the count (largest difference ${difference})`,
    disagree: (difference: string) => `disagrees with the count: ${difference}`,
    /** As they lie in the block, a row each. */
    phases: ([a, b, c, d]: string[]) => [`A ${a}, C ${c}`, `B ${b}, D ${d}`],
    ratio: (ratio: string) => `most to least ${ratio}\u00a0:\u00a01`,
    never: 'some pixels are never heard of',
    map: (weights: string, side: string) => `Footprint, ${side}, weights ${weights}`,
    load: (megabytes: string) => `Fetch the trained weights (${megabytes} MB)`,
    note: (backend: string) =>
      `Root of the sum of (d output / d input)² over the outputs: the size of a gradient to be expected where outputs pull either way. Random: one draw of the weights. Computed with ${backend}.`,
    trainedNote:
      'Trained: the halvings of the two pico detectors of the lab, with the 1×1 convolutions of the block after each, as one linear chain without activations. They have kernels of their own: 6×6 at the first halving, 3×3 with stride 2 at the others; in the SPD detector 3×3, space-to-depth, 1×1.',
    failed: (why: string) => `It could not be computed: ${why}`,
  },
});
