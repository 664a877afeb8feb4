import { train as words } from '#content/words/en/train.ts';
import type { Constrain, Declaration, Values } from '#lib/parameters/index.ts';
import { WAYS } from '#lib/stack/ways.ts';
import {
  type DatasetSettings,
  fairWidth,
  type NetworkPlan,
  type Price,
  TASKS,
  tasks,
  WIDEST,
} from '#lib/training/index.ts';

const { labels } = words;
/** The third place may stay empty. */
const NOBODY = 'none';
const ways = WAYS.map((value) => ({ value, label: words.ways[value] }));
const optional = [{ value: NOBODY, label: labels.nobody }, ...ways] as const;

const width = (value: number) =>
  ({
    kind: 'integer',
    label: labels.width,
    min: 2,
    max: WIDEST,
    default: value,
    help: labels.widthHelp,
  }) as const;

/** What is learnt. */
export const data = {
  task: {
    kind: 'choice',
    label: labels.task,
    options: TASKS.map((value) => ({ value, label: words.tasks[value] })),
    default: 'digit',
  },
  size: { kind: 'integer', label: labels.size, min: 1, max: 12, default: 8, unit: 'px' },
  noise: {
    kind: 'integer',
    label: labels.noise,
    min: 0,
    max: 60,
    default: 20,
    help: labels.noiseHelp,
  },
  examples: {
    kind: 'integer',
    label: labels.examples,
    min: 100,
    max: 4000,
    step: 100,
    default: 1000,
  },
  side: { kind: 'integer', label: labels.side, min: 16, max: 24, step: 4, default: 16, unit: 'px' },
} as const satisfies Declaration;

/** Who learns. */
export const networks = {
  first: { kind: 'choice', label: labels.way(labels.places[0]), options: ways, default: 'spd' },
  firstWidth: width(8),
  second: {
    kind: 'choice',
    label: labels.way(labels.places[1]),
    options: ways,
    default: 'strided',
  },
  secondWidth: width(13),
  third: {
    kind: 'choice',
    label: labels.way(labels.places[2]),
    options: optional,
    default: NOBODY,
  },
  thirdWidth: width(8),
} as const satisfies Declaration;

/** How it is learnt. */
export const how = {
  seed: { kind: 'integer', label: labels.seed, min: 1, max: 1_000_000, default: 1 },
  steps: { kind: 'integer', label: labels.steps, min: 100, max: 2000, step: 100, default: 600 },
  rate: {
    kind: 'choice',
    label: labels.rate,
    options: ['0.001', '0.003', '0.01'].map((value) => ({ value, label: value })),
    default: '0.003',
  },
  backend: {
    kind: 'choice',
    label: labels.backend,
    options: (['wasm', 'webgpu', 'webgl'] as const).map((value) => ({ value, label: value })),
    default: 'wasm',
  },
} as const satisfies Declaration;

/** How fast it goes, in steps a second; `full` is as fast as it can. No part of what is learnt. */
export const pacing = {
  pace: {
    kind: 'choice',
    label: labels.pace,
    options: (['full', '20', '5', '1'] as const).map((value) => ({
      value,
      label: value === 'full' ? labels.fullPace : labels.paceOf(Number(value)),
    })),
    default: 'full',
  },
} as const satisfies Declaration;

/** All that the reader sets on the page, and that stands in its address. */
export const declaration = {
  ...data,
  ...networks,
  ...how,
  ...pacing,
} as const satisfies Declaration;

export type TrainValues = Values<typeof declaration>;

/** The thing has a size that its task allows. */
export const constrain: Constrain<TrainValues> = (values) => {
  const [least, greatest] = tasks[values.task].sizes;
  const size = Math.min(greatest, Math.max(least, values.size));
  if (size === values.size) return { values, errors: [] };
  return { values: { ...values, size }, errors: [words.sizeFits(least, greatest, size)] };
};

/** Steps a second, at most. */
export function paceOf({ pace }: TrainValues): number {
  return pace === 'full' ? Infinity : Number(pace);
}

export function datasetOf({ task, side, size, noise, examples }: TrainValues): DatasetSettings {
  return { task, side, size, noise, examples };
}

/** The networks that learn, from the first to the last. */
export function plansOf(values: TrainValues): NetworkPlan[] {
  const { side, task } = values;
  const { classes } = tasks[task];
  const all = [
    { way: values.first, width: values.firstWidth },
    { way: values.second, width: values.secondWidth },
  ];
  const { third } = values;
  const more = third === 'none' ? [] : [{ way: third, width: values.thirdWidth }];
  return [...all, ...more].map((plan) => ({ ...plan, side, classes }));
}

/** The values with every network but the first as wide as costs what the first one does. */
export function madeFair(values: TrainValues, by: keyof Price): TrainValues {
  const [first, second, third] = plansOf(values);
  return {
    ...values,
    secondWidth: Math.max(2, fairWidth(second, first, by)),
    ...(third ? { thirdWidth: Math.max(2, fairWidth(third, first, by)) } : {}),
  };
}

/** What each network is called: its way, and its width where two have the same. */
export function namesOf(plans: readonly NetworkPlan[]): string[] {
  return plans.map(({ way, width: own }, i) => {
    const twin = plans.some((other, j) => j !== i && other.way === way);
    const place = plans.some((other, j) => j !== i && other.way === way && other.width === own);
    return `${words.ways[way]}${twin ? `, width ${own}` : ''}${place ? ` (${words.labels.places[i].toLowerCase()})` : ''}`;
  });
}

/** Class of what is drawn in a network's colour. */
export function hueOf({ way }: NetworkPlan): 'strided' | 'spd' | 'pooled' {
  if (way === 'spd' || way === 'published') return 'spd';
  return way.startsWith('strided') ? 'strided' : 'pooled';
}
