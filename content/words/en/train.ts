import type { Way } from '#lib/stack/ways.ts';
import type { TaskName } from '#lib/training/index.ts';

/** Words of the page on which the reader trains networks. */
const classes: Readonly<Record<TaskName, readonly string[]>> = {
  vehicle: ['car', 'truck or bus'],
  present: ['nothing', 'something'],
  dot: ['no dot', 'a dot'],
  digit: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  checkerboard: ['light first', 'dark first'],
};

const ways: Readonly<Record<Way, string>> = {
  strided: 'Strided 3×3',
  'strided-6': 'Strided 6×6',
  'strided-2': 'Strided 2×2',
  max: '3×3, max-pool',
  average: '3×3, average pool',
  blur: '3×3, blur-pool',
  spd: 'SPD, 3×3',
  published: '3×3, SPD, 1×1',
};

const points = (value: number) => `${value.toFixed(1).replace('-', '−')} points`;

const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

export const train = {
  title: 'Train both yourself',
  intro: [
    'Both networks start from the same seed and see the same crops in the same order. They halve a map twice (or as often as you like, with a stack built by hand), mix it once with a 3×3 convolution, average it, and decide. Only the halving differs.',
    'A fair rival costs as much. A strided network computes less than one with space-to-depth, so it may be wider: one button makes its work, or its parameters, equal.',
  ],
  experiments: [
    {
      title: 'Thin digits',
      look: 'Press Start, and see which curve rises faster. Then take the noise away, under “More”: does the gap close?',
    },
    {
      title: 'Is there anything at all?',
      look: 'One run may make you sure of a winner. Press “Ten seeds” and see whether it stays one.',
    },
    {
      title: 'A dot of one pixel',
      look: 'The rival takes the largest of four. Bet on one of them, and then press Start.',
    },
  ],
  howTitle: 'How it runs in a browser',
  how: [
    'TensorFlow.js computes a convolution quickly and its gradients slowly: on wasm they are plain loops, or missing. Here every gradient is itself a convolution without a stride. The gradient of the input is the output’s gradient, convolved with the filter turned half round; the gradient of the filter is the input, convolved with the output’s gradient.',
    'A stride would spoil this, for its gradient has to be stuffed with zeros first. So each stride of 2 is carried out as space-to-depth, followed by a convolution over the blocks, which computes the same. The arithmetic that this notebook explains is what makes it fast enough to watch. The gradients agree with PyTorch’s to a ten-thousandth.',
  ],
  equivalence: ['The proof stands in ', 'It was a stride all along', '.'],
  limitsTitle: 'What this does not show',
  limits: [
    'These networks are tiny, have no batch norm, and learn for a minute. What helps them may not help a detector, and the other way round. All seeds share the crops: they differ in their first weights and in the order of the batches.',
    'The learning rate is the same for both. A rival that would like another one is at a disadvantage, so try that too.',
  ],
  presetsTitle: 'Settings to try, and what they gave us',
  presetsIntro: (seeds: number, steps: number) =>
    `Each was run over ${seeds} seeds of ${steps} steps, by “npm run small”. The difference is between the mean accuracies on crops that neither network had seen, with half of its 95 per cent interval. We chose the five so that SPD comes out ahead, level and behind: another task, or another rival, may turn a row round. The table says that the answer depends on the question; it is not a score.`,
  presets: {
    digits: 'Thin digits, 8 pixels high',
    present: 'Is there anything at all? 4 pixels long, from the generated scenes',
    vehicle: 'Car, or truck or bus? 7 pixels long, from the generated scenes',
    dot: 'A dot of one pixel',
    checkerboard: 'A checkerboard’s phase',
  } as Readonly<Record<string, string>>,
  presetColumns: ['Try it', 'SPD’s rival, of equal work', 'SPD', 'Rival', 'Difference', 'Result'],
  presetResult: (ahead: 'first' | 'second' | 'level') =>
    ({ first: 'SPD is ahead', second: 'SPD is behind', level: 'no sure difference' })[ahead],
  withoutScript:
    'Training needs JavaScript: the networks learn in your browser. What ten seeds of some settings gave stands below.',
  ways,
  classes,
  tasks: {
    vehicle: 'Car, or truck or bus',
    present: 'Anything there?',
    dot: 'A dot, or none',
    digit: 'Thin digits',
    checkerboard: 'Phase of a checkerboard',
  } satisfies Readonly<Record<TaskName, string>>,
  labels: {
    task: 'Task',
    side: 'Side of a crop',
    size: 'Size of the thing',
    noise: 'Noise',
    examples: 'Examples',
    seed: 'Seed',
    steps: 'Steps',
    rate: 'Learning rate',
    backend: 'Back end',
    pace: 'Speed',
    fullPace: 'as fast as it can',
    paceOf: (steps: number) => (steps === 1 ? '1 step a second' : `${steps} steps a second`),
    way: (place: string) => `${place} network`,
    width: 'its width',
    places: ['First', 'Second', 'Third'],
    nobody: 'none',
    byHand: 'a stack by hand',
    stages: 'Its stages',
    editor: (place: string) => `Stages of the ${place.toLowerCase()} network`,
    noiseHelp: 'Standard deviation in grey levels of 0 to 255.',
    widthHelp: 'Channels after the first halving; twice as many after the second.',
    data: 'The crops',
    networks: 'What is learned, and by whom',
    third: 'A third network',
    how: 'How it is learned',
    more: 'More: size and noise of the crops, a third network, seed, steps, learning rate',
  },
  sizeFits: (least: number, greatest: number, used: number) =>
    `For this task the size is ${least} to ${greatest} px, so it is ${used} px.`,
  sideFits: (given: number, halvings: number, used: number) =>
    `A side of ${given} px can’t be halved ${halvings === 1 ? 'once' : `${halvings} times`}, so the crops have ${used} px.`,
  noStages: (name: string, stages: number, channels: number) =>
    `${name} names no stack: it is one to ${stages} stages such as spd.16_strided.32, each with 1 to ${channels} channels. The usual one stands there instead.`,
  tooWide: (place: string, stages: string) =>
    `The ${place.toLowerCase()} network would cost too much work to learn in a browser; its stages are narrower now, in proportion: ${stages}.`,
  stagesOf: (way: string, stages: number) => `${way}, ${stages === 1 ? 'once' : `${stages} times`}`,
  width: (width: number) => `width ${width}`,
  widths: (widths: readonly number[]) => `widths ${widths.join(', ')}`,
  fair: {
    macs: 'Equal work',
    parameters: 'Equal parameters',
    explain: 'Make the others fair rivals of the first:',
  },
  start: 'Start',
  goOn: 'Go on',
  pause: 'Pause',
  one: 'One step',
  reset: 'Reset',
  ten: 'Ten seeds',
  making: (share: number) => `Drawing the crops, ${Math.round(100 * share)} %`,
  starting: 'The engine starts…',
  failed: (why: string) => `The training can’t go on. ${why}`,
  recovered: ({ lost, step, backend }: { lost?: string; step: number; backend: string }) =>
    `${lost ? `${lost} lost its graphics context` : 'The engine broke down'}, so the training ${step > 0 ? `went on from step ${step.toLocaleString('en')}` : 'began again from the same seed'}, on ${backend}.`,
  speed: (steps: number, backend: string) =>
    `${steps.toFixed(steps < 10 ? 1 : 0)} steps a second for all networks, on ${backend}`,
  at: (step: number, steps: number) =>
    `Step ${step.toLocaleString('en')} of ${steps.toLocaleString('en')}`,
  run: (run: number, of: number) => `seed ${run} of ${of}`,
  accuracy: 'Accuracy on unseen crops, %',
  loss: 'Loss on unseen crops, nats',
  chance: 'chance',
  chartLabel: (measure: string, said: string) => `${measure}, by step. ${said}`,
  last: (name: string, value: string) => `${name}: ${value}`,
  price: (parameters: number, macs: number) =>
    `${parameters.toLocaleString('en')} parameters, ${macs.toLocaleString('en')} MACs a crop`,
  /** Beside the price, as soon as it was measured. */
  time: (milliseconds: number, crops: number) =>
    `${ms(milliseconds)} for a step of ${crops} crops, measured here`,
  filters: (count: number) => `The ${count} filters of its first halving, as windows on pixels`,
  filtersLabel: (name: string) =>
    `First filters of ${name}: weights of red, green and blue, grey is zero`,
  footprint: 'How strongly its answer hears each pixel',
  footprintLabel: (name: string, uneven: string) =>
    `Gradient footprint of ${name}; most over least by place in a 4×4 block: ${uneven}`,
  uneven: (value: string) => `Loudest place over quietest, in blocks of 4×4: ${value}`,
  unevenNever: 'never heard at some places',
  phase: ['a', 'b', 'c', 'd'],
  phases: 'Gradient by phase of a 2×2 block',
  confusion: (name: string) => `${name}: true class down, answer across`,
  confusionTitle: 'Who takes what for what',
  differTitle: 'Crops that one gets right and the other wrong',
  only: (name: string, count: number) => `Only ${name} is right: ${count}`,
  none: 'None.',
  cropLabel: (truth: string, answer: string) => `${truth}, taken for ${answer}`,
  verdict: {
    title: 'What was seen',
    wait: 'Press Start and let it run to the end. Then a sentence here says what came out.',
    sure: (ahead: string, behind: string, by: number, margin: number, runs: number) =>
      runs === 1
        ? `In this run ${ahead} is ahead of ${behind} by ${points(by)}, more than the choice of crops explains (± ${margin.toFixed(1)}). Another seed may turn it round: try ten.`
        : `Over ${runs} seeds ${ahead} is ahead of ${behind} by ${points(by)}, ± ${margin.toFixed(1)}: more than the noise of the seeds.`,
    level: (first: string, second: string, difference: number, margin: number, runs: number) =>
      runs === 1
        ? `In this run ${first} and ${second} differ by ${points(difference)}, within what the choice of crops gives by chance (± ${margin.toFixed(1)}). One run settles nothing: try ten seeds.`
        : `Over ${runs} seeds ${first} and ${second} differ by ${points(difference)}, ± ${margin.toFixed(1)}. That is within the noise: this task shows no difference.`,
    price: (first: string, second: string, work: number) =>
      `A pass of ${first} costs ${work.toFixed(2)} times the multiply-accumulates of ${second}.`,
    time: (first: number, second: number, backend: string) =>
      `A step of learning took it ${ms(first)}, and the other ${ms(second)}, on ${backend} in this browser.`,
  },
  download: (name: string) => `Save ${name} (safetensors)`,
  upload: (place: string) => `Load weights as the ${place.toLowerCase()} network`,
  loaded: (name: string) => `${name} goes on from the loaded weights; Start trains them further.`,
  notLoaded: (why: string) => `These weights can’t be used: ${why}`,
  otherTask: 'they were learned for another task, with another number of classes.',
  labTitle: 'The training of two small networks',
  fromLab: [
    'Would you rather see how such a difference comes about? ',
    'Train both yourself',
    ', on crops of the same scenes.',
  ],
} as const;
