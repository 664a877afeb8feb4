import { train as words } from '#content/words/en/train.ts';
import type { Constrain, Declaration, Values } from '#lib/parameters/index.ts';
import { MOST_CHANNELS, MOST_STAGES, readStack, type Stack, writeStack } from '#lib/stack/stack.ts';
import { WAYS } from '#lib/stack/ways.ts';
import {
  type DatasetSettings,
  fairStages,
  learnable,
  type NetworkPlan,
  type Price,
  pair,
  pairOf,
  SIDES,
  sideFor,
  TASKS,
  tasks,
  WIDEST,
} from '#lib/training/index.ts';

const { labels } = words;
/** The third place may stay empty. */
const NOBODY = 'none';
/** A network's halvings are a stack, built by hand. */
export const BY_HAND = 'stack';
const ways = [
  ...WAYS.map((value) => ({ value, label: words.ways[value] })),
  { value: BY_HAND, label: labels.byHand },
] as const;
const optional = [{ value: NOBODY, label: labels.nobody }, ...ways] as const;

/** Where the networks stand. */
export const NETWORKS = ['first', 'second', 'third'] as const;
export type NetworkPlace = (typeof NETWORKS)[number];

const LEAST_WIDTH = 2;
const width = (value: number) =>
  ({
    kind: 'integer',
    label: labels.width,
    min: LEAST_WIDTH,
    max: WIDEST,
    default: value,
    help: labels.widthHelp,
  }) as const;

const stages = (stack: Stack) =>
  ({
    kind: 'text',
    label: labels.stages,
    maxLength: 100,
    default: writeStack(stack),
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
  side: {
    kind: 'integer',
    label: labels.side,
    min: SIDES[0],
    max: SIDES[SIDES.length - 1],
    step: 4,
    default: 16,
    unit: 'px',
  },
} as const satisfies Declaration;

/** Who learns. */
export const networks = {
  first: { kind: 'choice', label: labels.way(labels.places[0]), options: ways, default: 'spd' },
  firstWidth: width(8),
  firstStages: stages(pair('spd', 8)),
  second: {
    kind: 'choice',
    label: labels.way(labels.places[1]),
    options: ways,
    default: 'strided',
  },
  secondWidth: width(13),
  secondStages: stages(pair('strided', 13)),
  third: {
    kind: 'choice',
    label: labels.way(labels.places[2]),
    options: optional,
    default: NOBODY,
  },
  thirdWidth: width(8),
  thirdStages: stages(pair('max', 8)),
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

export function isByHand(values: TrainValues, place: NetworkPlace): boolean {
  return values[place] === BY_HAND;
}

/** The halvings of a network; none where nobody stands at its place. */
export function stagesOf(values: TrainValues, place: NetworkPlace): Stack | undefined {
  const way = values[place];
  if (way === NOBODY) return undefined;
  if (way === BY_HAND) return readStack(values[`${place}Stages`]);
  return pair(way, values[`${place}Width`]);
}

/** The values with other halvings for a network: as a way and a width where they are such a pair, else by hand. */
export function withStages(
  values: TrainValues,
  place: NetworkPlace,
  stack: Stack,
  byHand = isByHand(values, place),
): TrainValues {
  const own = byHand ? undefined : pairOf(stack);
  return {
    ...values,
    ...(own && own.width >= LEAST_WIDTH
      ? { [place]: own.way, [`${place}Width`]: own.width }
      : { [place]: BY_HAND, [`${place}Stages`]: writeStack(stack) }),
  };
}

/** A network built by hand begins with what stood there before. */
export function begunByHand(before: TrainValues, place: NetworkPlace): TrainValues {
  const stack = stagesOf(before, place) ?? pair('spd', before[`${place}Width`]);
  return { ...before, [place]: BY_HAND, [`${place}Stages`]: writeStack(stack) };
}

/** The thing has a size that its task allows, every stack can be read and learnt, and the crops can be halved as often. */
export const constrain: Constrain<TrainValues> = (given) => {
  const values = { ...given };
  const errors: string[] = [];
  const [least, greatest] = tasks[values.task].sizes;
  values.size = Math.min(greatest, Math.max(least, values.size));
  if (values.size !== given.size) errors.push(words.sizeFits(least, greatest, values.size));
  for (const place of NETWORKS) {
    const name = `${place}Stages` as const;
    if (readStack(values[name])) continue;
    values[name] = networks[name].default;
    errors.push(words.noStages(name, MOST_STAGES, MOST_CHANNELS));
  }
  const most = Math.max(...NETWORKS.map((place) => stagesOf(values, place)?.length ?? 0));
  values.side = sideFor(most, values.side);
  if (values.side !== given.side) errors.push(words.sideFits(given.side, most, values.side));
  narrow(values, errors);
  return { values, errors };
};

/** Stacks by hand that cost too much become narrower. */
function narrow(values: TrainValues, errors: string[]): void {
  const { classes } = tasks[values.task];
  for (const place of NETWORKS) {
    const own = stagesOf(values, place);
    if (!own || !isByHand(values, place)) continue;
    const fit = writeStack(learnable({ stages: own, side: values.side, classes }));
    if (fit === values[`${place}Stages`]) continue;
    values[`${place}Stages`] = fit;
    errors.push(words.tooWide(labels.places[NETWORKS.indexOf(place)], fit));
  }
}

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
  return NETWORKS.map((place) => stagesOf(values, place))
    .filter((own) => own !== undefined)
    .map((own) => ({ stages: own, side, classes }));
}

/** The values with every network but the first as wide as costs what the first one does. */
export function madeFair(values: TrainValues, by: keyof Price): TrainValues {
  const [first, ...others] = plansOf(values);
  return others.reduce((all, plan, i) => {
    const fair = fairStages(plan, first, by);
    const own = pairOf(fair);
    const wide = own && own.width < LEAST_WIDTH ? pair(own.way, LEAST_WIDTH) : fair;
    return withStages(all, NETWORKS[i + 1], wide);
  }, values);
}
