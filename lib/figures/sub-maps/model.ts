import { sentenceRows, sliceRows } from '../../spd/sub-maps.ts';
import { divided } from '../kit/multiple.ts';
import { timeline } from '../kit/timeline.ts';
import { type Params, parameters } from './parameters.ts';
import type { SubMapsWords } from './words.ts';

export { type Params, parameters };

export function constrain(
  words: SubMapsWords,
  values: Params,
): { values: Params; errors: string[] } {
  return divided(values, parameters.size, words.doesNotDivide);
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
    { name: 'slices', seconds: 2.6 },
    { name: 'sentence', seconds: 2.6 },
    { name: 'compare', seconds: 1.2 },
  ]);
}

/** What the comparison comes to, short. */
export function verdict({ differing, block }: Model, words: SubMapsWords): string {
  if (differing.length === 0) return words.same;
  if (differing.length === 2) return words.tradePlaces(differing[0], differing[1]);
  return words.pairsTradePlaces(
    differing.filter((x) => x < block - x).map((x) => `${x} ↔ ${block - x}`),
  );
}

export function describe(words: SubMapsWords, params: Params, t: number): string {
  const model = modelOf(params);
  const { size, block, slices, sentence, differing } = model;
  const time = acts();
  const what = words.dealt(size, block);
  if (t === 0) return what;
  if (time.progress('sentence', t) === 0) return `${what} ${words.bySlices(block, slices)}`;
  if (time.progress('compare', t) === 0) return `${what} ${words.bySentence(block, sentence)}`;
  const rows = (x: number) => ({ x, slices: slices[x], sentence: sentence[x] });
  return `${what} ${differing.length === 0 ? words.agree(block) : words.differ(differing.map(rows))}`;
}
