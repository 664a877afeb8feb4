// Which nets stand side by side. The files are data here, so that a page needs no reader of YAML.
import { type Comparison, compareNets } from '#lib/model/compare.ts';
import { ArchitectureError } from '#lib/model/errors.ts';
import { type Fields, readArchitecture } from '#lib/model/fields.ts';
import { buildGraph, type Graph } from '#lib/model/graph.ts';

/** A strided net, and what becomes of it. */
interface Pair {
  label: string;
  /** The two architecture files. */
  strided: string;
  spd: string;
  /** Names of the two, where the figure has to say more than the files do. */
  names?: [string, string];
  /** Side of the picture and number of classes, the same for both; default: the files' own. */
  size?: number;
  classes?: number;
  /** What it is usually trained on, for the heading. */
  data?: string;
}

/** Every architecture file, by its name without the ending. */
const FILES: Readonly<Record<string, Fields>> = Object.fromEntries(
  Object.entries(
    import.meta.glob<Fields>('/content/architectures/*.yaml', {
      query: '?data',
      import: 'default',
      eager: true,
    }),
  ).map(([path, fields]) => [path.replace(/^.*\/|\.yaml$/g, ''), fields]),
);

const tinyImageNet = { size: 64, classes: 200, data: 'Tiny ImageNet' };
const cifar10 = { size: 32, classes: 10, data: 'CIFAR-10' };
/** Rivals of the pico detector's SPD version: that one stands for them all. */
const rival = (name: string, strided: string) => ({
  strided,
  spd: 'yolov5p-spd',
  names: [name, 'YOLOv5-SPD-p'] as [string, string],
  data: 'vehicles',
});
const asCoded: [string, string] = ['ResNet-18', 'ResNet-18-SPD as coded'];

const NAMED = {
  yolov5: { label: 'YOLOv5: 3×3, then SPD (published code)', strided: 'yolov5', spd: 'yolov5-spd' },
  'yolov5-3x3': {
    label: 'YOLOv5: SPD, then 3×3 (as drawn)',
    strided: 'yolov5',
    spd: 'yolov5-spd-3x3',
  },
  'yolov5-1x1': {
    label: 'YOLOv5: SPD, then 1×1 (in many copies)',
    strided: 'yolov5',
    spd: 'yolov5-spd-1x1',
  },
  resnet18: {
    label: 'ResNet-18, as the paper describes it',
    strided: 'resnet18-imagenet',
    spd: 'resnet18-spd',
    names: ['ResNet-18', 'ResNet-18-SPD'],
    ...tinyImageNet,
  },
  'resnet18-as-coded': {
    label: 'ResNet-18, as the code builds it',
    strided: 'resnet18-imagenet',
    spd: 'resnet18-spd-as-coded',
    names: asCoded,
    ...tinyImageNet,
  },
  'resnet18-cifar': {
    label: 'ResNet-18 with a 3×3 stem',
    strided: 'resnet18',
    spd: 'resnet18-spd',
    names: ['ResNet-18, 3×3 stem', 'ResNet-18-SPD'],
    ...tinyImageNet,
  },
  resnet50: {
    label: 'ResNet-50, as the paper describes it',
    strided: 'resnet50-imagenet',
    spd: 'resnet50-spd',
    names: ['ResNet-50', 'ResNet-50-SPD'],
    ...cifar10,
  },
  'resnet50-cifar': {
    label: 'ResNet-50 with a 3×3 stem (beside the code)',
    strided: 'resnet50',
    spd: 'resnet50-spd',
    names: ['ResNet-50, 3×3 stem', 'ResNet-50-SPD'],
    ...cifar10,
  },
  'pico-maxpool': {
    label: 'YOLOv5p with max-pooling, beside SPD',
    ...rival('YOLOv5p-MaxPool', 'yolov5p-maxpool'),
  },
  'pico-avgpool': {
    label: 'YOLOv5p with average pooling, beside SPD',
    ...rival('YOLOv5p-AvgPool', 'yolov5p-avgpool'),
  },
  'pico-blurpool': {
    label: 'YOLOv5p with blur pooling, beside SPD',
    ...rival('YOLOv5p-BlurPool', 'yolov5p-blurpool'),
  },
  'pico-wide-macs': {
    label: 'YOLOv5p, as many MACs as SPD',
    ...rival('YOLOv5p, wide', 'yolov5p-wide-macs'),
  },
  'pico-wide-parameters': {
    label: 'YOLOv5p, as many parameters as SPD',
    ...rival('YOLOv5p, wide', 'yolov5p-wide-parameters'),
  },
} satisfies Record<string, Pair>;

/** Of every file that says which strided net it is `beside` and that has no pair above: a pair under its own name. */
function found(): Record<string, Pair> {
  const known = new Set(Object.values<Pair>(NAMED).flatMap(({ strided, spd }) => [strided, spd]));
  return Object.fromEntries(
    Object.entries(FILES).flatMap(([spd, { beside }]) => {
      if (typeof beside !== 'string' || known.has(spd)) return [];
      fieldsOf(beside);
      const names: [string, string] = [beside, spd];
      return [[spd, { label: names.join(' → '), strided: beside, spd, names }]];
    }),
  );
}

export const PAIRS: Readonly<Record<string, Pair>> = {
  ...NAMED,
  ...found(),
  ...NAMED,
};

export type PairName = string;

/** `p` is this project's own pico size, in its own files. */
export type SizeName = 'p' | 'n' | 's' | 'm' | 'l';

/** Two nets side by side, whole. */
export interface Nets extends Comparison {
  names: [string, string];
  graphs: [Graph, Graph];
  data: string;
}

export function hasSizes(pair: string): boolean {
  return PAIRS[pair] !== undefined && 'sizes' in fieldsOf(PAIRS[pair].strided);
}

function fieldsOf(file: string): Fields {
  const fields = FILES[file];
  if (!fields) throw new ArchitectureError(`no architecture file ${file}.yaml`);
  return fields;
}

/** The size of a family that stands for the one asked for: itself, or the first where there is none of that name. */
function sizeOf({ sizes }: Fields, size: SizeName): string | undefined {
  const known = Object.keys((sizes as Fields | undefined) ?? {});
  return known.includes(size) ? size : known[0];
}

/** The pico nets stand in files of their own. */
const PICO: Partial<Record<PairName, string>> = {
  yolov5: 'yolov5p-spd',
  'yolov5-3x3': 'yolov5p-spd-3x3',
  'yolov5-1x1': 'yolov5p-spd-1x1',
};

const built = new Map<string, Nets>();

/** The pair in one size, for pictures of their own size or of another (pixels); built once. */
export function nets(name: PairName, size: SizeName, picture?: number): Nets {
  const key = [name, hasSizes(name) && size, picture].join();
  const known = built.get(key) ?? build(name, size, picture);
  built.set(key, known);
  return known;
}

function build(name: PairName, size: SizeName, picture?: number): Nets {
  const pico = size === 'p' ? PICO[name] : undefined;
  const pair: Pair = pico
    ? { label: '', strided: 'yolov5p', spd: pico, data: 'vehicles' }
    : PAIRS[name];
  const graphs = [pair.strided, pair.spd].map(fieldsOf).map((fields) => {
    const architecture = readArchitecture(fields, { size: sizeOf(fields, size) });
    return buildGraph(architecture, { size: picture ?? pair.size, classes: pair.classes });
  }) as [Graph, Graph];
  return {
    ...compareNets(...graphs),
    graphs,
    names: pair.names ?? detectorNames(name, size),
    data: pair.data ?? 'COCO',
  };
}

function detectorNames(name: PairName, size: SizeName): [string, string] {
  const wiring = { 'yolov5-3x3': ', SPD + 3×3', 'yolov5-1x1': ', SPD + 1×1' } as Record<
    string,
    string
  >;
  return [`YOLOv5${size}`, `YOLOv5-SPD-${size}${wiring[name] ?? ''}`];
}
