import type { SubMapsWords } from '#lib/figures/sub-maps/words.ts';
import { allOf } from '../listed.ts';

const told = (subMaps: readonly (readonly number[])[]) =>
  subMaps.map((rows, x) => `x = ${x} gets rows ${allOf(rows)}`).join('; ');

/** Which rows a sub-map takes: the paper’s slices against its sentence. */
export const subMaps: SubMapsWords = {
  title: 'Which rows does a sub-map take?',
  parameters: { block: { label: 'Block size s' }, size: { label: 'Rows S' } },
  presets: ['s = 2', 's = 3', 's = 4'],
  stops: { slices: 'by the slices', sentence: 'by the sentence', compare: 'side by side' },
  doesNotDivide: (block, size, nearest) =>
    `Block size ${block} does not divide ${size} rows: ${nearest} are shown.`,
  drawing: {
    row: (i) => `row ${i}`,
    slices: 'the slices',
    slicesShort: 'slices',
    slicesRule: 'i − x divisible',
    sentence: 'the sentence',
    sentenceShort: 'sentence',
    sentenceRule: 'i + x divisible',
    rows: (size, block) => `${size} rows, s = ${block}`,
    rowsShort: (size) => `${size} rows`,
    divisible: (x, block) => `x = ${x}:  i + ${x} divisible by ${block}`,
  },
  same: 'the same rows in both',
  tradePlaces: (a, b) => `sub-maps ${a} and ${b} trade places`,
  pairsTradePlaces: (pairs) => `${pairs.join(', ')} trade places`,
  dealt: (size, block) => `The ${size} rows of X, dealt out to ${block} sub-maps.`,
  bySlices: (block, subMaps) =>
    `By the slices X[x : S : ${block}], for which i − x is divisible by ${block}: ${told(subMaps)}.`,
  bySentence: (block, subMaps) =>
    `By the sentence, for which i + x is divisible by ${block}: ${told(subMaps)}.`,
  agree: (block) =>
    `For block size ${block} both rules deal the same rows: adding and subtracting x lead to the same remainder.`,
  differ: (differing) =>
    `The two rules differ: ${differing
      .map(
        ({ x, slices, sentence }) =>
          `sub-map ${x} gets rows ${allOf(slices)} by the slices, and rows ${allOf(sentence)} by the sentence`,
      )
      .join('; ')}.`,
  ofCells: async () => (await import('../cells/sub-maps.ts')).subMaps,
};
