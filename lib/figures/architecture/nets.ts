// Which nets stand side by side. The files are data here, so that a page needs no reader of YAML.

import { type Comparison, compareNets } from '#lib/model/compare.ts';
import { ArchitectureError } from '#lib/model/errors.ts';
import { type Fields, readArchitecture } from '#lib/model/fields.ts';
import { buildGraph, type Graph } from '#lib/model/graph.ts';
import { say } from '../../faults/index.ts';

/** What a net is usually trained on, for the heading. */
export type DataName = 'coco' | 'vehicles' | 'tiny-imagenet' | 'cifar-10';

/** A strided net, and what becomes of it. */
interface Pair {
  /** The two architecture files. */
  strided: string;
  spd: string;
  /** Side of the picture and number of classes, the same for both; default: the files' own. */
  size?: number;
  classes?: number;
  data: DataName;
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

const tinyImageNet = { size: 64, classes: 200, data: 'tiny-imagenet' } as const;
const cifar10 = { size: 32, classes: 10, data: 'cifar-10' } as const;
const coco = { strided: 'yolov5', data: 'coco' } as const;
/** Rivals of the pico detector's SPD version: that one stands for them all. */
const rival = (strided: string) => ({ strided, spd: 'yolov5p-spd', data: 'vehicles' }) as const;

const NAMED = {
  yolov5: { ...coco, spd: 'yolov5-spd' },
  'yolov5-3x3': { ...coco, spd: 'yolov5-spd-3x3' },
  'yolov5-1x1': { ...coco, spd: 'yolov5-spd-1x1' },
  resnet18: { strided: 'resnet18-imagenet', spd: 'resnet18-spd', ...tinyImageNet },
  'resnet18-as-coded': {
    strided: 'resnet18-imagenet',
    spd: 'resnet18-spd-as-coded',
    ...tinyImageNet,
  },
  'resnet18-cifar': { strided: 'resnet18', spd: 'resnet18-spd', ...tinyImageNet },
  resnet50: { strided: 'resnet50-imagenet', spd: 'resnet50-spd', ...cifar10 },
  'resnet50-cifar': { strided: 'resnet50', spd: 'resnet50-spd', ...cifar10 },
  'pico-maxpool': rival('yolov5p-maxpool'),
  'pico-avgpool': rival('yolov5p-avgpool'),
  'pico-blurpool': rival('yolov5p-blurpool'),
  'pico-wide-macs': rival('yolov5p-wide-macs'),
  'pico-wide-parameters': rival('yolov5p-wide-parameters'),
} satisfies Record<string, Pair>;

/** A pair that has words of its own. */
export type PairName = keyof typeof NAMED;

/** Of every file that says which strided net it is `beside` and that has no pair above: a pair under its own name. */
function found(): Record<string, Pair> {
  const known = new Set(Object.values<Pair>(NAMED).flatMap(({ strided, spd }) => [strided, spd]));
  return Object.fromEntries(
    Object.entries(FILES).flatMap(([spd, { beside }]) => {
      if (typeof beside !== 'string' || known.has(spd)) return [];
      fieldsOf(beside);
      return [[spd, { strided: beside, spd, data: 'coco' }]];
    }),
  );
}

export const PAIRS: Readonly<Record<string, Pair>> = {
  ...NAMED,
  ...found(),
  ...NAMED,
};

/** `p` is this project's own pico size, in its own files. */
export type SizeName = 'p' | 'n' | 's' | 'm' | 'l';

/** Two nets side by side, whole. */
export interface Nets extends Comparison {
  graphs: [Graph, Graph];
  data: DataName;
}

export function hasSizes(pair: string): boolean {
  return PAIRS[pair] !== undefined && 'sizes' in fieldsOf(PAIRS[pair].strided);
}

function fieldsOf(file: string): Fields {
  const fields = FILES[file];
  if (!fields) throw new ArchitectureError(say('model', 'noFile', file));
  return fields;
}

/** The size of a family that stands for the one asked for: itself, or the first where there is none of that name. */
function sizeOf({ sizes }: Fields, size: SizeName): string | undefined {
  const known = Object.keys((sizes as Fields | undefined) ?? {});
  return known.includes(size) ? size : known[0];
}

/** The pico nets stand in files of their own. */
const PICO: Partial<Record<string, string>> = {
  yolov5: 'yolov5p-spd',
  'yolov5-3x3': 'yolov5p-spd-3x3',
  'yolov5-1x1': 'yolov5p-spd-1x1',
};

const built = new Map<string, Nets>();

/** The pair in one size, for pictures of their own size or of another (pixels); built once. */
export function nets(name: string, size: SizeName, picture?: number): Nets {
  const key = [name, hasSizes(name) && size, picture].join();
  const known = built.get(key) ?? build(name, size, picture);
  built.set(key, known);
  return known;
}

function build(name: string, size: SizeName, picture?: number): Nets {
  const pico = size === 'p' ? PICO[name] : undefined;
  const pair: Pair = pico ? { strided: 'yolov5p', spd: pico, data: 'vehicles' } : PAIRS[name];
  const graphs = [pair.strided, pair.spd].map(fieldsOf).map((fields) => {
    const architecture = readArchitecture(fields, { size: sizeOf(fields, size) });
    return buildGraph(architecture, { size: picture ?? pair.size, classes: pair.classes });
  }) as [Graph, Graph];
  return { ...compareNets(...graphs), graphs, data: pair.data };
}
