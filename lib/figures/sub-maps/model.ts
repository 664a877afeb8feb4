import type { Declaration, Values } from '../../parameters/index.ts';
import { sentenceRows, sliceRows } from '../../spd/index.ts';
import { nearestMultiple } from '../kit/multiple.ts';
import { timeline } from '../kit/timeline.ts';

export const parameters = {
  block: { kind: 'integer', label: 'Block size s', min: 2, max: 5, default: 3 },
  size: { kind: 'integer', label: 'Rows S', min: 4, max: 12, default: 9 },
} as const satisfies Declaration;

export type Params = Values<typeof parameters>;

export function constrain(values: Params): { values: Params; errors: string[] } {
  const { size, block } = values;
  const { min, max } = parameters.size;
  if (size % block === 0) return { values, errors: [] };
  const nearest = nearestMultiple(size, block, max, Math.ceil(min / block));
  return {
    values: { ...values, size: nearest },
    errors: [`Block size ${block} does not divide ${size} rows: ${nearest} are shown.`],
  };
}

/** A way of dealing rows out: the rows of sub-maps 0 to block - 1. */
export type Deal = number[][];

export interface Model extends Params {
  /** By the slices X[x : S : s]. */
  slices: Deal;
  /** By the sentence: i + x divisible by s. */
  sentence: Deal;
  /** The sub-maps that get other rows. */
  differing: number[];
}

export function modelOf(params: Params): Model {
  const { size, block } = params;
  const maps = Array.from({ length: block }, (_, x) => x);
  const slices = maps.map((x) => sliceRows(size, block, x));
  const sentence = maps.map((x) => sentenceRows(size, block, x));
  const differing = maps.filter((x) => String(slices[x]) !== String(sentence[x]));
  return { ...params, slices, sentence, differing };
}

/** Where row i is in a deal: its sub-map and its place in it. */
export function placeOf(deal: Deal, i: number): { x: number; place: number } {
  const x = deal.findIndex((rows) => rows.includes(i));
  return { x, place: deal[x].indexOf(i) };
}

export function acts() {
  return timeline([
    { name: 'slices', label: 'by the slices', seconds: 2.6 },
    { name: 'sentence', label: 'by the sentence', seconds: 2.6 },
    { name: 'compare', label: 'side by side', seconds: 1.2 },
  ]);
}

/** "1 and 2", "1, 2, 3 and 4" */
export function list(numbers: readonly number[]): string {
  return numbers.length > 1
    ? `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
    : String(numbers[0]);
}

/** What the comparison comes to, short. */
export function verdict({ differing, block }: Model): string {
  if (differing.length === 0) return 'the same rows in both';
  if (differing.length === 2) return `sub-maps ${list(differing)} trade places`;
  return `${differing
    .filter((x) => x < block - x)
    .map((x) => `${x} ↔ ${block - x}`)
    .join(', ')} trade places`;
}

export function describe(params: Params, t: number): string {
  const model = modelOf(params);
  const { size, block, slices, sentence, differing } = model;
  const time = acts();
  const what = `The ${size} rows of X, dealt out to ${block} sub-maps.`;
  const told = (deal: Deal) => deal.map((rows, x) => `x = ${x} gets rows ${list(rows)}`).join('; ');
  if (t === 0) return what;
  if (time.progress('sentence', t) === 0)
    return `${what} By the slices X[x : S : ${block}], for which i − x is divisible by ${block}: ${told(slices)}.`;
  if (time.progress('compare', t) === 0)
    return `${what} By the sentence, for which i + x is divisible by ${block}: ${told(sentence)}.`;
  return differing.length === 0
    ? `${what} For block size ${block} both rules deal the same rows: adding and subtracting x lead to the same remainder.`
    : `${what} The two rules differ: ${differing
        .map(
          (x) =>
            `sub-map ${x} gets rows ${list(slices[x])} by the slices, and rows ${list(sentence[x])} by the sentence`,
        )
        .join('; ')}.`;
}
