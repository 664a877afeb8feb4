// Which nets stand side by side. The files are data here, so that a page needs no reader of YAML.
import resnet18 from '#content/architectures/resnet18.yaml?data';
import resnet18ImageNet from '#content/architectures/resnet18-imagenet.yaml?data';
import resnet18Spd from '#content/architectures/resnet18-spd.yaml?data';
import resnet18AsCoded from '#content/architectures/resnet18-spd-as-coded.yaml?data';
import resnet50 from '#content/architectures/resnet50.yaml?data';
import resnet50ImageNet from '#content/architectures/resnet50-imagenet.yaml?data';
import resnet50Spd from '#content/architectures/resnet50-spd.yaml?data';
import yolov5 from '#content/architectures/yolov5.yaml?data';
import yolov5Spd from '#content/architectures/yolov5-spd.yaml?data';
import yolov5Spd1x1 from '#content/architectures/yolov5-spd-1x1.yaml?data';
import yolov5Spd3x3 from '#content/architectures/yolov5-spd-3x3.yaml?data';
import yolov5p from '#content/architectures/yolov5p.yaml?data';
import yolov5pAvgPool from '#content/architectures/yolov5p-avgpool.yaml?data';
import yolov5pBlurPool from '#content/architectures/yolov5p-blurpool.yaml?data';
import yolov5pMaxPool from '#content/architectures/yolov5p-maxpool.yaml?data';
import yolov5pSpd from '#content/architectures/yolov5p-spd.yaml?data';
import yolov5pSpd1x1 from '#content/architectures/yolov5p-spd-1x1.yaml?data';
import yolov5pSpd3x3 from '#content/architectures/yolov5p-spd-3x3.yaml?data';
import yolov5pWideMacs from '#content/architectures/yolov5p-wide-macs.yaml?data';
import yolov5pWideParameters from '#content/architectures/yolov5p-wide-parameters.yaml?data';
import { type Comparison, compareNets } from '#lib/model/compare.ts';
import { type Fields, readArchitecture } from '#lib/model/fields.ts';
import { buildGraph, type Graph } from '#lib/model/graph.ts';

/** A strided net, and what becomes of it. */
interface Pair {
  label: string;
  strided: Fields;
  spd: Fields;
  /** Names of the two, where the figure has to say more than the files do. */
  names?: [string, string];
  /** Side of the picture and number of classes, the same for both; default: the files' own. */
  size?: number;
  classes?: number;
  /** What it is usually trained on, for the heading. */
  data?: string;
}

const tinyImageNet = { size: 64, classes: 200, data: 'Tiny ImageNet' };
const cifar10 = { size: 32, classes: 10, data: 'CIFAR-10' };
/** Rivals of the pico detector's SPD version: that one stands for them all. */
const rival = (name: string, strided: Fields) => ({
  strided,
  spd: yolov5pSpd,
  names: [name, 'YOLOv5-SPD-p'] as [string, string],
  data: 'vehicles',
});
const asCoded: [string, string] = ['ResNet-18', 'ResNet-18-SPD as coded'];

export const PAIRS = {
  yolov5: { label: 'YOLOv5: 3×3, then SPD (published code)', strided: yolov5, spd: yolov5Spd },
  'yolov5-3x3': { label: 'YOLOv5: SPD, then 3×3 (as drawn)', strided: yolov5, spd: yolov5Spd3x3 },
  'yolov5-1x1': {
    label: 'YOLOv5: SPD, then 1×1 (in many copies)',
    strided: yolov5,
    spd: yolov5Spd1x1,
  },
  resnet18: {
    label: 'ResNet-18, as the paper describes it',
    strided: resnet18ImageNet,
    spd: resnet18Spd,
    names: ['ResNet-18', 'ResNet-18-SPD'],
    ...tinyImageNet,
  },
  'resnet18-as-coded': {
    label: 'ResNet-18, as the code builds it',
    strided: resnet18ImageNet,
    spd: resnet18AsCoded,
    names: asCoded,
    ...tinyImageNet,
  },
  'resnet18-cifar': {
    label: 'ResNet-18 with a 3×3 stem',
    strided: resnet18,
    spd: resnet18Spd,
    names: ['ResNet-18, 3×3 stem', 'ResNet-18-SPD'],
    ...tinyImageNet,
  },
  resnet50: {
    label: 'ResNet-50, as the paper describes it',
    strided: resnet50ImageNet,
    spd: resnet50Spd,
    names: ['ResNet-50', 'ResNet-50-SPD'],
    ...cifar10,
  },
  'resnet50-cifar': {
    label: 'ResNet-50 with a 3×3 stem (beside the code)',
    strided: resnet50,
    spd: resnet50Spd,
    names: ['ResNet-50, 3×3 stem', 'ResNet-50-SPD'],
    ...cifar10,
  },
  'pico-maxpool': {
    label: 'YOLOv5p with max-pooling, beside SPD',
    ...rival('YOLOv5p-MaxPool', yolov5pMaxPool),
  },
  'pico-avgpool': {
    label: 'YOLOv5p with average pooling, beside SPD',
    ...rival('YOLOv5p-AvgPool', yolov5pAvgPool),
  },
  'pico-blurpool': {
    label: 'YOLOv5p with blur pooling, beside SPD',
    ...rival('YOLOv5p-BlurPool', yolov5pBlurPool),
  },
  'pico-wide-macs': {
    label: 'YOLOv5p, as many MACs as SPD',
    ...rival('YOLOv5p, wide', yolov5pWideMacs),
  },
  'pico-wide-parameters': {
    label: 'YOLOv5p, as many parameters as SPD',
    ...rival('YOLOv5p, wide', yolov5pWideParameters),
  },
} satisfies Record<string, Pair>;

export type PairName = keyof typeof PAIRS;

/** `p` is this project's own pico size, in its own files. */
export type SizeName = 'p' | 'n' | 's' | 'm' | 'l';

/** Two nets side by side, whole. */
export interface Nets extends Comparison {
  names: [string, string];
  graphs: [Graph, Graph];
  data: string;
}

export function hasSizes(pair: string): boolean {
  return pair.startsWith('yolov5');
}

/** The pico nets stand in files of their own. */
const PICO: Partial<Record<PairName, Fields>> = {
  yolov5: yolov5pSpd,
  'yolov5-3x3': yolov5pSpd3x3,
  'yolov5-1x1': yolov5pSpd1x1,
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
    ? { label: '', strided: yolov5p, spd: pico, data: 'vehicles' }
    : PAIRS[name];
  const graphs = [pair.strided, pair.spd].map((file) => {
    const architecture = readArchitecture(file, 'sizes' in file ? { size } : {});
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
