import { stack as words } from '#content/words/en/stack.ts';
import type { Constrain, Declaration, Values } from '#lib/parameters/index.ts';
import {
  MOST_CHANNELS,
  MOST_STAGES,
  type PlacedStage,
  placed,
  readStack,
  type Stack,
  writeStack,
} from '#lib/stack/index.ts';

/** Where a stack stands: beside the other one. */
export const PLACES = ['first', 'second'] as const;
export type StackPlace = (typeof PLACES)[number];

const text = (label: string, value: string) =>
  ({ kind: 'text', label, maxLength: 100, default: value }) as const;

/** What both stacks are put on. A side can be halved as often as a stack may have stages. */
export const input = {
  size: {
    kind: 'integer',
    label: words.labels.size,
    min: 2 ** MOST_STAGES,
    max: 640,
    step: 2 ** MOST_STAGES,
    default: 64,
    unit: 'px',
  },
  channels: { kind: 'integer', label: words.labels.channels, min: 1, max: 64, default: 3 },
} as const satisfies Declaration;

/** All that the reader sets on the page, and that stands in its address. */
export const declaration = {
  ...input,
  first: text(words.places.first, 'spd.16_spd.32_spd.64'),
  second: text(words.places.second, 'strided.16_strided.32_strided.64'),
} as const satisfies Declaration;

export type StackValues = Values<typeof declaration>;

/** A text that names no stack gives way to the one that stands here by default. */
export const constrain: Constrain<StackValues> = (values) => {
  const errors: string[] = [];
  const agreed = { ...values };
  for (const place of PLACES) {
    if (readStack(values[place])) continue;
    agreed[place] = declaration[place].default;
    errors.push(words.noStack(place, MOST_STAGES, MOST_CHANNELS));
  }
  return { values: agreed, errors };
};

export function stackOf(values: StackValues, place: StackPlace): Stack {
  return readStack(values[place])!;
}

/** The stages of a stack on the input. */
export function stagesOf(values: StackValues, place: StackPlace): PlacedStage[] {
  return placed(stackOf(values, place), values);
}

export function withStack(values: StackValues, place: StackPlace, stack: Stack): StackValues {
  return { ...values, [place]: writeStack(stack) };
}

/** Settings worth a try, each with what to look for. */
export const EXPERIMENTS: readonly Partial<StackValues>[] = [
  { first: 'spd.16_spd.32_spd.64', second: 'strided.16_strided.32_strided.64' },
  { first: 'spd.12_spd.48', second: 'average.12_average.48' },
  { first: 'spd.16_spd.32_spd.64', second: 'strided-6.16_strided-6.32_strided-6.64' },
];
