import type { ArchitectureWords } from '#lib/figures/architecture/words.ts';
import { oneOf } from '../listed.ts';

const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;

const counts = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const count = (n: number) => counts[n] ?? String(n);
const capital = (text: string) => text[0].toUpperCase() + text.slice(1);

/** A YOLOv5 in a size, and how its SPD version is wired. */
const detectors = (wiring: string) => (size: string) =>
  [`YOLOv5${size}`, `YOLOv5-SPD-${size}${wiring}`] as const;
const rival = (name: string) => () => [name, 'YOLOv5-SPD-p'] as const;

/** Two whole networks, side by side. */
export const architecture: ArchitectureWords = {
  title: 'The architecture explorer',
  parameters: {
    model: { label: 'Network', help: 'A strided network and its SPD version.' },
    size: {
      label: 'Size of YOLOv5',
      help: 'Width and depth of the YOLOv5 networks. The others have one size each.',
      options: {
        p: 'p (pico, of this notebook)',
        n: 'n (nano)',
        s: 's (small)',
        m: 'm (medium)',
        l: 'l (large)',
      },
    },
    picture: {
      label: 'Side of the picture',
      help: 'Shapes and multiply-accumulates follow it; parameters do not.',
      options: {
        own: 'as in its file',
        '32': '32 px',
        '64': '64 px',
        '128': '128 px',
        '224': '224 px',
        '320': '320 px',
        '416': '416 px',
        '640': '640 px',
        '1280': '1280 px',
      },
    },
    bars: {
      label: 'Bars show',
      help: 'What fills the boxes: on one scale for both networks.',
      options: { macs: 'multiply-accumulates (MACs)', parameters: 'parameters' },
    },
    layer: {
      label: 'Layer',
      help: 'The layer whose numbers stand beside the drawing. A click on a box chooses it.',
    },
  },
  presets: [
    'as published',
    'as drawn',
    'as copied',
    'pooling',
    'ResNet-18',
    'resnet18() as coded',
    'ResNet-50',
  ],
  stops: { mark: 'where the map shrinks', morph: 'without the strides' },
  grid: 'layers',
  lastLayer: (last, asked) => `The last layer is ${last}, not ${asked}: it is shown.`,
  pairs: {
    yolov5: { label: 'YOLOv5: 3×3, then SPD (published code)', names: detectors('') },
    'yolov5-3x3': { label: 'YOLOv5: SPD, then 3×3 (as drawn)', names: detectors(', SPD + 3×3') },
    'yolov5-1x1': {
      label: 'YOLOv5: SPD, then 1×1 (in many copies)',
      names: detectors(', SPD + 1×1'),
    },
    resnet18: {
      label: 'ResNet-18, as the paper describes it',
      names: () => ['ResNet-18', 'ResNet-18-SPD'],
    },
    'resnet18-as-coded': {
      label: 'ResNet-18, as the code builds it',
      names: () => ['ResNet-18', 'ResNet-18-SPD as coded'],
    },
    'resnet18-cifar': {
      label: 'ResNet-18 with a 3×3 stem',
      names: () => ['ResNet-18, 3×3 stem', 'ResNet-18-SPD'],
    },
    resnet50: {
      label: 'ResNet-50, as the paper describes it',
      names: () => ['ResNet-50', 'ResNet-50-SPD'],
    },
    'resnet50-cifar': {
      label: 'ResNet-50 with a 3×3 stem (beside the code)',
      names: () => ['ResNet-50, 3×3 stem', 'ResNet-50-SPD'],
    },
    'pico-maxpool': {
      label: 'YOLOv5p with max-pooling, beside SPD',
      names: rival('YOLOv5p-MaxPool'),
    },
    'pico-avgpool': {
      label: 'YOLOv5p with average pooling, beside SPD',
      names: rival('YOLOv5p-AvgPool'),
    },
    'pico-blurpool': {
      label: 'YOLOv5p with blur pooling, beside SPD',
      names: rival('YOLOv5p-BlurPool'),
    },
    'pico-wide-macs': { label: 'YOLOv5p, as many MACs as SPD', names: rival('YOLOv5p, wide') },
    'pico-wide-parameters': {
      label: 'YOLOv5p, as many parameters as SPD',
      names: rival('YOLOv5p, wide'),
    },
  },
  data: {
    coco: 'COCO',
    vehicles: 'vehicles',
    'tiny-imagenet': 'Tiny ImageNet',
    'cifar-10': 'CIFAR-10',
  },
  box: {
    head: 'Detect',
    focus: (window) => `Focus ${window}`,
    spd: 'SPD',
    pool: (window) => `pool ${window}`,
    mean: 'mean',
    upsample: 'Upsample',
    concat: 'Concat',
    linear: 'linear',
    blocks: (n) => plural(n, 'block'),
    module: (name, repeats) => `${name}${repeats > 1 ? ` ×${repeats}` : ''}`,
  },
  layer: {
    head: (height, width) => `detection head on the ${height} × ${width} map`,
    convolution: (window) => `${window} convolution`,
    shortcut: (window) => `shortcut, a ${window} convolution`,
    focus: (window) => `Focus (space-to-depth, then a ${window} convolution)`,
    spd: 'space-to-depth',
    pool: {
      'max-pool': (window) => `${window} max-pool`,
      'average-pool': (window) => `${window} average-pool`,
      'blur-pool': (window) => `${window} blur-pool`,
    },
    mean: 'mean over the map',
    upsample: 'upsampling',
    concat: 'concatenation',
    linear: 'linear layer',
    residual: (windows, blocks, row) =>
      `${[...windows.map((window) => `${window} convolution`), plural(blocks, 'block')].join(' and ')} of ${row}`,
    module: (name, repeats) => `${name}${repeats > 1 ? ` with ${repeats} bottlenecks` : ''}`,
  },
  reads: {
    concat: 'stacks the channels of its inputs',
    spd: 'moves every number once, and loses none',
    focus: (times) =>
      `moves every pixel once, then reads each ${times === 1 ? 'once' : `${times} times`}`,
    upsample: 'repeats every number four times',
    numbers: 'reads every number once',
    skips: (oneIn) => `reads one position in ${oneIn}, and never the other ${oneIn - 1}`,
    uneven: (times) => `reads its positions ${oneOf(times)} times, by their place`,
    even: (times) =>
      times === 1 ? 'reads every position once' : `reads every position ${times} times`,
  },
  columns: {
    main: 'backbone',
    shortcut: 'shortcut',
    up: 'neck, up',
    down: 'neck, down',
    head: 'head',
  },
  map: 'map',
  unreached: 'no longer reached',
  picture: (channels) => `picture, ${channels}`,
  input: (height, width, channels, classes, data) =>
    `${height} × ${width} × ${channels}, ${classes} classes (${data})`,
  staysBadge: 'stays',
  totals: { parameters: 'Parameters', macs: 'MACs' },
  legend: {
    same: 'the stem, as Focus',
    replaced: (n) => `${plural(n, 'stride')} replaced`,
    places: (backbone, neck) => `${backbone + neck}: backbone ${backbone}, neck ${neck}`,
    removed: (n) => `${plural(n, 'max-pool')} removed`,
    added: 'a step is added',
    stays: (n) => `${n} in shortcuts`,
    bars: { macs: 'MACs; line: strided', parameters: 'params; line: strided' },
  },
  details: {
    layer: (n) => `Layer ${n}`,
    strided: 'strided',
    spd: 'SPD',
    in: 'in',
    out: 'out',
    maps: (n) => `${n} maps`,
    parameters: 'params',
    macs: 'MACs',
    share: 'share',
    reads: ['reads', 'of each 2×2'],
    stacks: 'stacks',
    once: 'once',
  },
  fates: {
    replaced: (n) => `${capital(count(n))} strides are replaced`,
    replacedIn: (n, backbone, neck) =>
      `${capital(count(n))} strides are replaced, ${count(backbone)} in the backbone and ${count(neck)} in the neck`,
    same: 'One of them is the stem, where Focus takes the place of 6 × 6 with stride 2',
    removed: (n) => `${capital(count(n))} max-pool is removed`,
    added: 'One step down is added, in the stem',
    stays: (n) => `${capital(count(n))} strided shortcuts stay`,
    noneLeft: 'No strided layer is left',
  },
  slot: (layer, sides) =>
    `Layer ${layer}. ${sides.map(({ net, said }) => `${net}: ${said ?? 'no such layer'}.`).join(' ')}`,
  side: ({ name, inputs, output, cost, reads }) =>
    `${name}, ${inputs.join(' and ')} to ${output}, ${cost}; it ${reads}`,
  cost: (parameters, macs, share) => `${parameters} parameters, ${macs} MACs (${share} of all)`,
  free: 'no parameters and no MACs',
  totalsOf: (net, parameters, macs) => `${net} has ${parameters} parameters and takes ${macs} MACs`,
  given: (height, width, channels, classes) =>
    `for a picture of ${height} × ${width} × ${channels} and ${classes} classes`,
  start: (totals, given, rows) =>
    `${totals}, ${given}: ${rows} rows of its file, drawn from top to bottom by the size of their maps.`,
  marked: (totals, given) => `${totals}, ${given}. The places where a map shrinks are marked.`,
  turned: ({ totals, parameters, macs, strided, given, rows, fates }) =>
    `${totals}, ${parameters.ratio} and ${macs.ratio} of the ${parameters.of} and ${macs.of} of ${strided}, ${given}. ${rows} rows of its file. ${fates.join('. ')}.`,
};
