import { architectures } from '#components/kit/architectures.ts';
import { weights as words } from '#content/words/en/weights.ts';
import type { Constrain, Declaration, Values } from '#lib/parameters/index.ts';
import { TRAINED, trained } from './trained.ts';

/** Sides of the square input that may be asked for: 32 divides them all, as five halvings ask. */
export const SIZES = [32, 64, 96, 128, 160, 224, 256, 320, 416, 512, 640, 960, 1280];

const choices = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** What the address of the page holds. The reader's file and pictures never stand in it. */
export const declaration = {
  architecture: {
    kind: 'choice',
    label: 'Architecture',
    options: choices(architectures.names),
    default: 'yolov5n-spd',
  },
  size: {
    kind: 'choice',
    label: 'Input size',
    options: choices(['own', ...SIZES.map(String)]),
    default: 'own',
    help: 'Side of the square picture that the network reads, in pixels.',
  },
  weights: {
    kind: 'choice',
    label: 'Weights without a file',
    options: choices(['none', 'random', ...TRAINED.map(({ path }) => path)]),
    default: 'none',
  },
  threshold: {
    kind: 'number',
    label: 'Score threshold',
    min: 0.05,
    max: 0.95,
    step: 0.05,
    default: 0.25,
    help: 'Boxes with a lower score are not shown.',
  },
  iou: {
    kind: 'number',
    label: 'IoU threshold',
    min: 0.1,
    max: 0.95,
    step: 0.05,
    default: 0.45,
    help: 'Of two boxes of a class that overlap more than this, the better one stays.',
  },
  colours: {
    kind: 'choice',
    label: 'Colours',
    options: [
      { value: 'plain', label: '0 to 1, as they are' },
      { value: 'imagenet', label: 'normalised as for ImageNet' },
      { value: 'cifar10', label: 'normalised as for CIFAR-10' },
      { value: 'cifar100', label: 'normalised as for CIFAR-100' },
    ],
    default: 'plain',
    help: 'What the classifier was trained on.',
  },
  layer: {
    kind: 'integer',
    label: 'Layer',
    min: -1,
    max: 99,
    default: -1,
    help: 'The row of the architecture whose channels are shown; -1 for none.',
  },
} as const satisfies Declaration;

export type WeightsValues = Values<typeof declaration>;

/** Side of the input, pixels. */
export function sideOf({ architecture, size }: { architecture: string; size: string }): number {
  return size === 'own' ? architectures.get(architecture).input : Number(size);
}

/** Whether a network of the catalogue finds boxes; the others name a class. */
export function isDetector(architecture: string): boolean {
  return architectures.get(architecture).rows.at(-1)?.module === 'Detect';
}

/** Trained weights bring their architecture along, and the size that they were trained at. */
export const constrain: Constrain<WeightsValues> = (values) => {
  const found = trained(values.weights);
  if (!found) return { values, errors: [] };
  const { architecture } = found;
  const size = values.size === 'own' ? String(found.size) : values.size;
  // What the address leaves out needs no excuse.
  const agrees = [architecture, declaration.architecture.default].includes(values.architecture);
  return {
    values: { ...values, architecture, size },
    errors: agrees ? [] : [words.follows(values.weights, architecture)],
  };
};
