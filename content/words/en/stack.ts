import type { EqualKernel } from '#lib/stack/index.ts';

/** Words of the page on which the reader builds a stack of downsamplers. */
const count = (value: number) => value.toLocaleString('en');
const square = (side: number) => `${side} × ${side}`;

export const stack = {
  title: 'Build a stack',
  intro: [
    'Two stacks stand side by side, on the same picture. Change a stage, and every number follows at once: nothing here is trained, all of it is arithmetic.',
  ],
  experiments: [
    {
      title: 'The same widths',
      look: 'Space-to-depth reads every pixel equally often and pays four times the work. Compare the two footprints.',
    },
    {
      title: 'Room for everything',
      look: 'Every stage is four times as wide as the one before, so no number need be lost. Yet one of the two can’t be undone.',
    },
    {
      title: 'The 6×6 in disguise',
      look: 'Space-to-depth with a 3×3, against a 6×6 with a stride. Look for a difference in any row: there is none but the luck of the random filters.',
    },
  ],
  places: { first: 'First stack', second: 'Second stack' },
  labels: {
    size: 'Side of the picture',
    channels: 'Its channels',
  },
  noStack: (place: string, stages: number, channels: number) =>
    `${place} names no stack: it is one to ${stages} stages such as spd.16_strided.32, each with 1 to ${channels} channels. The usual one stands here instead.`,
  fair: {
    explain: 'Make the second a fair rival of the first, its widths in the same proportion:',
    macs: 'Equal work',
    weights: 'Equal weights',
  },
  compare: 'Side by side',
  quantity: 'What',
  ratio: 'First ÷ second',
  rows: {
    output: 'Written in the end',
    weights: 'Weights',
    macs: 'Multiply-accumulates',
    field: 'One output sees',
    paths: 'Paths from a pixel to the output',
    uneven: 'Most-read pixel over least-read',
    kept: 'Numbers that can be kept, at most',
    condition: 'Condition number of the weakest stage',
    equal: 'The one strided kernel it equals',
  },
  map: (size: number, channels: number) => `${square(size)} × ${count(channels)}`,
  field: (size: number, stride: number) => `${square(size)} px, every ${stride}`,
  range: (least: number, most: number) =>
    least === most ? `${count(least)}, all alike` : `${count(least)} to ${count(most)}`,
  uneven: (ratio: number) =>
    ratio === 1
      ? 'even'
      : Number.isFinite(ratio)
        ? `${count(Number(ratio.toPrecision(3)))} : 1`
        : 'some are never read',
  share: (share: number) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`,
  counting: 'counting…',
  infinite: 'infinite: a frequency is deleted',
  notLinear: 'none: taking the largest is not linear',
  equal: ({ kernel, stride, holds }: EqualKernel) =>
    holds === 'none'
      ? 'none: taking the largest is not linear'
      : `${square(kernel)}, stride ${stride}${holds === 'linear' ? ', but for the ReLUs between' : ''}`,
  footprints: 'How many paths lead from each pixel to the output',
  footprintsHelp:
    'A block of the picture far from its edges, as wide as one step of the stack. It is the gradient of the sum of all outputs where every weight is one; with random weights, the mean of its square. Dark is heard by many, light by few.',
  footprintLabel: (place: string, ways: string, uneven: string) =>
    `${place}: paths from each pixel of a block, ${ways}; ${uneven}`,
  stages: 'Stage by stage',
  stage: (number: number, way: string) => `${number}. ${way}`,
  shapes: (from: string, to: string) => `${from} → ${to}`,
  price: (weights: number, macs: string) => `${count(weights)} weights, ${macs} MACs`,
  reads: 'Paths from each phase',
  kept: (share: string) => `Keeps ${share} of its numbers at most`,
  firm: (condition: string, read: number, written: number) =>
    `Condition number ${condition} (random filters, ${read} channel${read === 1 ? '' : 's'} to ${written})`,
  firmNone: 'No condition number: taking the largest of four is not linear',
  kernel: ({ kernel, stride, behind, zeros, holds }: EqualKernel) => {
    if (holds === 'none') return 'Equal to no strided kernel';
    const cells = (stride * behind) ** 2;
    const filled =
      zeros > 0 ? `, ${Math.round(zeros * cells)} of ${cells} weights zero` : ', no weight zero';
    const but = holds === 'linear' ? ', but for the ReLU inside' : '';
    return `Equals ${square(kernel)} with stride ${stride}${but}; after space-to-depth ${square(behind)}${filled}`;
  },
  kernelLabel: (said: string) => `${said}. Each weight has the hue of the phase that it reads.`,
  summary: {
    work: (ratio: number) =>
      Math.abs(ratio - 1) < 0.005
        ? 'Both cost the same work.'
        : ratio > 1
          ? `The first costs ${ratio.toFixed(ratio < 10 ? 1 : 0)} times the work of the second.`
          : `The second costs ${(1 / ratio).toFixed(1 / ratio < 10 ? 1 : 0)} times the work of the first.`,
    uneven: (first: string, second: string, even: readonly [boolean, boolean]) =>
      even[0] && even[1]
        ? 'Both read every pixel equally often.'
        : even[0] || even[1]
          ? `The ${even[0] ? 'first' : 'second'} reads every pixel equally often, the ${even[0] ? 'second' : 'first'} unevenly (${even[0] ? second : first}).`
          : `Both read unevenly: the first ${first}, the second ${second}.`,
    kept: (first: string, second: string) =>
      first === second
        ? `Of the picture’s numbers ${first} can be kept at most.`
        : `Of the picture’s numbers the first can keep ${first} at most, the second ${second}.`,
  },
  code: 'Code for these stacks',
  programs: (size: number, channels: number) =>
    `Two stacks of downsamplers on a picture of ${size} x ${size} pixels with ${channels} channel${channels === 1 ? '' : 's'}`,
  train: {
    title: 'Which one learns more?',
    link: 'Train both',
    note: (first: string, second: string, side: number) =>
      `Arithmetic does not say; training may. Both stacks go into small networks, stage by stage, each followed by a 3×3 convolution, a mean and a linear layer: ${first}, against ${second}. They learn on crops of 3 colours and ${square(side)} pixels, whatever the picture above.`,
    room: (halvings: number, side: number) =>
      ` Of the crops there it is the smallest with room for ${halvings === 1 ? 'one halving' : `${halvings} halvings`}, and leaves a map of ${square(side / 2 ** halvings)}.`,
    narrowed: (place: string, was: string, is: string) =>
      ` ${place} costs too much work to learn in a browser, so its stages go there with ${is} channels, not ${was}.`,
    network: (ways: readonly string[], widths: string) =>
      `${ways.join(' → ')} with ${widths} channels`,
    widths: (widths: readonly number[]) => widths.join(', '),
  },
  howTitle: 'What is counted, and how',
  how: [
    'Weights and multiply-accumulates are those of the convolutions, without biases, and windows that reach into the padding count in full. Pools are free.',
    'Paths are counted along every window from a pixel to all outputs. A max-pool passes on one of its four numbers. Which one depends on the map, so here it counts as if each of the four had the same chance; the blur counts its 1, 2, 1.',
    'What can be kept at most is linear algebra, without the ReLUs: a stage that writes fewer numbers than it reads cannot keep them all. Writing enough of them is not sufficient either, so the condition number says by how much an error can grow on the way back. It is the median of five draws of random filters, on a map that wraps around, with the smallest numbers of channels in the proportion of the stage.',
    'A strided convolution is space-to-depth and another convolution, and the reverse. Each stage’s square shows that kernel; an empty cell is a weight that is zero because the window ends before its block does.',
  ],
  proof: [
    'The proof stands in ',
    'It was a stride all along',
    ', what is lost in ',
    'What is lost, and where',
    '.',
  ],
  withoutScript:
    'Building needs JavaScript: the numbers are counted in your browser. What is counted, and how, stands below.',
  labTitle: 'Two stacks of downsamplers',
  fromTrain: [
    'Would you rather see what a way of halving reads and keeps, before anything is trained? ',
    'Build a stack',
    '.',
  ],
} as const;
