import shipped from 'virtual:shipped-weights';
import { classify as words } from '#content/words/en/classify.ts';
import { DRAWINGS, SIDES, type Side } from '#lib/classify/index.ts';
import type { Declaration, Values } from '#lib/parameters/index.ts';

/** What stands on the pad to begin with; nothing but sky is `blank`. */
const BLANK = 'blank';
const NOBODY = 'none';

/** The networks that know CIFAR-10's classes, by their paths in the folder of the weights, with names for the reader. */
const NAMES: Readonly<Record<string, string>> = {
  'cifar10/resnet18': 'ResNet-18',
  'cifar10/resnet18-spd': 'ResNet-18-SPD',
  'cifar10/resnet18-equal-maps': 'ResNet-18, SPD’s map sizes',
  'cifar10/resnet18-imagenet': 'ResNet-18, ImageNet stem',
  'cifar10-resnet50/resnet50': 'ResNet-50',
  'cifar10-resnet50/resnet50-spd': 'ResNet-50-SPD',
  'cifar10-resnet50/resnet50-equal-maps': 'ResNet-50, SPD’s map sizes',
  'cifar10-resnet50/resnet50-imagenet': 'ResNet-50, ImageNet stem',
};
const known = shipped.map(({ path }) => path).filter((path) => Object.hasOwn(NAMES, path));
const offered = Object.keys(NAMES)
  .filter((path) => known.includes(path))
  .map((value) => ({ value, label: NAMES[value] }));

export const nameOf = (network: string): string => NAMES[network] ?? network;

const network = (place: number, value: string, optional = false) =>
  ({
    kind: 'choice',
    label: words.labels.network(words.labels.places[place]),
    options: optional ? [{ value: NOBODY, label: words.labels.nobody }, ...offered] : offered,
    default: value,
  }) as const;

export const networks = {
  first: network(0, 'cifar10/resnet18'),
  second: network(1, 'cifar10/resnet18-spd'),
  third: network(2, 'cifar10/resnet18-equal-maps', true),
} as const satisfies Declaration;

export const drawing = {
  drawing: {
    kind: 'choice',
    label: words.labels.drawing,
    options: [
      ...DRAWINGS.map((value) => ({ value, label: words.drawings[value] })),
      { value: BLANK, label: words.labels.blank } as const,
    ],
    default: 'truck',
  },
} as const satisfies Declaration;

export const counting = {
  count: {
    kind: 'choice',
    label: words.labels.count,
    options: (['100', '500', '2000', 'all'] as const).map((value) => ({
      value,
      label: value === 'all' ? words.labels.all : Number(value).toLocaleString('en'),
    })),
    default: '500',
  },
} as const satisfies Declaration;

/** All that the reader sets on the page, and that stands in its address; what is drawn or opened does not. */
export const declaration = {
  ...drawing,
  side: {
    kind: 'choice',
    label: words.labels.side,
    options: (['32', '16', '8'] as const).map((value) => ({
      value,
      label: words.labels.sideOf(Number(value)),
    })),
    default: '16',
  },
  ...networks,
  ...counting,
} as const satisfies Declaration;

export type ClassifyValues = Values<typeof declaration>;

/** Whose answers are asked for, each once. */
export function chosen({ first, second, third }: ClassifyValues): string[] {
  return [...new Set([first, second, ...(third === NOBODY ? [] : [third])])];
}

export function sideOf({ side }: ClassifyValues): Side {
  return SIDES.find((known) => String(known) === side)!;
}

/** Settings worth a try, each with what to look for. */
export const EXPERIMENTS: readonly Partial<ClassifyValues>[] = [
  { drawing: 'truck', side: '8' },
  { drawing: 'automobile', side: '8' },
  { drawing: 'blank', side: '32' },
];
