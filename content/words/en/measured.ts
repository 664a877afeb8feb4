import { lab } from './lab.ts';
import { allOf } from './listed.ts';

/** The words around our own experiments. Only the build needs them: not part of `words`, which pages carry. */
export const measured = {
  runs: (n: number) => `${n} ${n === 1 ? 'run' : 'runs'}`,
  /** Where every variant has the same seeds. */
  alike: (n: number, seeds: readonly number[]) =>
    `${n} runs, ${seeds.length} of each network, with ${seeds.length === 1 ? 'seed' : 'the seeds'} ${allOf(seeds)}`,
  variant: 'Variant',
  seeds: 'Seeds',
  /** Of a single run. */
  seedNumber: 'Seed no.',
  explain:
    'Dots are runs, one for each seed. The bar is their mean; ± is the standard deviation over the seeds.',
  once: 'A dot is one run.',
  command: 'The command of each run, and the commit',
  seed: 'seed',
  label: (measure: string) =>
    `${measure} of every run, one row for each variant. The numbers stand in the table.`,
  /** What is shown of a file, in this order: on the button, and on the axis; and under its name at the head of a table. */
  measures: {
    AP: ['AP', 'AP, %'],
    AP50: ['AP50', 'AP50, %'],
    'APsize <8': ['Under 8 px', 'AP of objects under 8 px, %'],
    'APsize 8-14': ['8 to 14 px', 'AP of objects of 8 to 14 px, %'],
    'APsize >14': ['Over 14 px', 'AP of objects over 14 px, %'],
    top1: ['Top-1', 'Top-1, %'],
    top1at16: ['At 16 × 16 px', 'Top-1 at 16 × 16 px, %'],
    top1at8: ['At 8 × 8 px', 'Top-1 at 8 × 8 px, %'],
    lost: ['Lost at some place', 'Objects found at one place and lost at another, %'],
    found: ['Found', 'Objects found at a place, %'],
    range: ['Range of the score', 'Largest minus smallest score of an object'],
    phases: ['Most over least heard', 'Most heard of the 64 places over the least heard'],
    'kept float16': ['Float16', 'AP left with weights and maps in float16, %', 'AP left, %'],
    'kept 8 bits': ['8 bits', 'AP left with weights and maps in 8 bits, %', 'AP left, %'],
    'kept noise 10%': [
      'Noise 10 %',
      'AP left with noise of 10 % on every halved map, %',
      'AP left, %',
    ],
    'kept noise 20%': [
      'Noise 20 %',
      'AP left with noise of 20 % on every halved map, %',
      'AP left, %',
    ],
    'kept noise 40%': [
      'Noise 40 %',
      'AP left with noise of 40 % on every halved map, %',
      'AP left, %',
    ],
    condition: ['Condition', 'Condition number of a halving layer, geometric mean'],
    'gain box': ['Boxes out of place', 'AP50 gained without boxes out of place, points'],
    'gain class': ['Wrong class', 'AP50 gained without wrong classes, points'],
    'gain missed': ['Objects missed', 'AP50 gained without objects missed, points'],
    'gain duplicate': ['Duplicates', 'AP50 gained without duplicates, points'],
    'gain background': ['Boxes on nothing', 'AP50 gained without boxes on nothing, points'],
  } as Record<string, [name: string, axis: string, cells?: string]>,
  /** Measures of one kind in one drawing: on the button, and on the axis. */
  together: {
    gain: ['Repairs', 'AP50 gained if one kind of fault were mended, points'],
  } satisfies Record<string, [name: string, axis: string]>,
  togetherLabel: (axis: string) =>
    `${axis}: a row for each kind, in it a dot for each variant. The numbers stand in the table.`,
  costs: {
    parameters: 'Parameters',
    macs: 'MACs, M',
    ratio: 'Time, × strided',
  },
  variants: {
    ...lab.variants,
    resnet18: 'ResNet-18',
    'resnet18-spd': 'ResNet-18-SPD',
    'resnet18-equal-maps': 'SPD’s map sizes',
    'resnet18-imagenet': 'ImageNet stem',
    resnet50: 'ResNet-50',
    'resnet50-spd': 'ResNet-50-SPD',
    'resnet50-equal-maps': 'SPD’s map sizes',
    'resnet50-imagenet': 'ImageNet stem',
  } as Record<string, string>,
  /** For labels in a chart. */
  short: {
    yolov5p: 'strided',
    'yolov5p-spd': 'SPD',
    'yolov5p-spd-3x3': 'SPD drawn',
    'yolov5p-spd-1x1': 'SPD 1×1',
    'yolov5p-maxpool': 'max-pool',
    'yolov5p-avgpool': 'avg-pool',
    'yolov5p-blurpool': 'blur-pool',
    'yolov5p-wide-macs': 'same work',
    'yolov5p-wide-parameters': 'same size',
  } as Record<string, string>,
  rates: {
    caption:
      'AP on 500 validation scenes after 3,000 steps, per cent, by peak learning rate; one seed. The best of each row is bold.',
    rate: (rate: number) => `Rate ${rate}`,
  },
  curves: {
    caption: (about: string, seeds: number) =>
      `The score while training goes on: ${about}. ${seeds === 1 ? 'One seed each, so far.' : `Lines are means of ${seeds} seeds, bands their standard deviation.`}`,
    label: (axis: string) =>
      `${axis} against steps of training, a line for each variant. The numbers stand in the table.`,
    steps: 'Steps of training',
    order: (names: string[], last: number, since?: number) =>
      `At ${last.toLocaleString('en')} steps the best mean is that of “${names[0]}”, followed by ${allOf(
        names.slice(1).map((name) => `“${name}”`),
      )}. ${
        since === undefined
          ? 'This order held from the first score on.'
          : `This order has held since step ${since.toLocaleString('en')}; at the score before that, it was different.`
      }`,
  },
  /** How firmly a halving with random filters can be undone. */
  conditions: {
    caption: (channels: number, draws: number, fewer: number) =>
      `Condition number, ${channels} channels written for one read: medians over ${draws} draws of random filters, ${fewer} at 24\u00a0px. Last, what float16 adds to a rebuilt car of 16 × 16 pixels with zeros beyond the border, in grey levels: the median of 20 draws, with the least and the most.`,
    way: 'Halved by',
    zeros: (side: number) => `Zeros, ${side}\u00a0px`,
    wrap: (side: number) => `Wrapped, ${side}\u00a0px`,
    infinite: 'infinite',
    float16: 'Float16, error',
    scatter: (least: string, most: string) => `(${least} to ${most})`,
    order: [
      'spd-1x1',
      'strided-2x2',
      'strided-3x3',
      'strided-4x4',
      'strided-5x5',
      'strided-6x6',
      'spd-3x3',
      'spd-published',
      'avgpool',
      'blurpool',
    ],
    ways: {
      'spd-1x1': 'SPD, then 1×1',
      'strided-2x2': '2×2, stride 2',
      'strided-3x3': '3×3, stride 2',
      'strided-4x4': '4×4, stride 2',
      'strided-5x5': '5×5, stride 2',
      'strided-6x6': '6×6, stride 2',
      'spd-3x3': 'SPD, then 3×3',
      'spd-published': '3×3, SPD, then 1×1',
      avgpool: '3×3, then mean of 2×2',
      blurpool: '3×3, then blurred sample',
    } as Record<string, string>,
  },
  frontier: {
    caption:
      'AP against what a network costs. A dot is the mean over the seeds, its line the standard deviation. Dots of nearly equal cost are moved apart; the table has the cost. “Same work” is the strided network with SPD’s work, “same size” the one with SPD’s parameters. The dashed line joins “strided” and “same work”.',
    label: (axis: string) =>
      `Mean AP of each variant against ${axis}. The numbers stand in the table of the chart before.`,
    axes: {
      macs: ['Work', 'Multiply-accumulates for one picture, millions'],
      parameters: ['Parameters', 'Parameters, thousands'],
      ratio: ['Time', 'Time of one pass in the engine, over that of the strided network'],
    } as Record<string, [name: string, axis: string]>,
    ap: 'AP, %',
  },
  gains: {
    caption: (n: string, scenes: number) =>
      `Gain over the strided network as one setting of the scenes moves and the others stay at their defaults. ${scenes} scenes a point, ${n} seeds a network. The upright line at a point spans the 95 per cent interval of the gain (Student’s t); where it crosses zero, the gain is uncertain.`,
    label: (parameter: string) =>
      `Gain in AP over the strided network against ${parameter}. The numbers stand in the table.`,
    gain: 'Gain in AP over strided, points',
    parameters: {
      size: ['Object size', 'Size of every object, px'],
      resolution: ['Resolution', 'Side of the picture, px'],
      contrast: ['Contrast', 'Contrast'],
      blur: ['Blur', 'Blur, px'],
      noise: ['Noise', 'Noise, of 255'],
    } as Record<string, [name: string, axis: string]>,
    table: 'The numbers as a table',
    strided: 'AP, strided',
    of: (name: string) => `Gain, ${name}`,
  },
};
