import { describe, expect, it } from 'vitest';
import { subMaps as words } from '#content/words/en/figures/sub-maps.ts';
import { subMaps as inWords } from '#lib/figures/sub-maps/index.ts';
import { describe as say } from '#lib/figures/sub-maps/model.ts';
import { sentenceRows, sliceRows } from '#lib/spd/index.ts';
import { emptySvg } from './harness.ts';

const subMaps = inWords(words);

/** Rows as they stand under each other in a column at the end, from the top. */
function column(params: { block: number; size: number }, side: string): number[] {
  const svg = emptySvg();
  subMaps.draw(svg, params, 1, { layout: 'wide' });
  return [...svg.querySelectorAll(`[data-layer=${side}] rect`)]
    .map((r) => ({
      y: Number(r.getAttribute('y')),
      i: Number(r.getAttribute('data-cell')?.split(':')[1]),
    }))
    .sort((a, b) => a.y - b.y)
    .map(({ i }) => i);
}

describe('which rows a sub-map takes', () => {
  it.each([
    [2, 8],
    [3, 9],
    [4, 12],
    [5, 10],
  ])('for s = %i stand as lib/spd deals them', (block, size) => {
    const maps = Array.from({ length: block }, (_, x) => x);
    expect(column({ block, size }, 'slices')).toEqual(
      maps.flatMap((x) => sliceRows(size, block, x)),
    );
    expect(column({ block, size }, 'sentence')).toEqual(
      maps.flatMap((x) => sentenceRows(size, block, x)),
    );
  });

  it('says that 1 and 2 trade places for s = 3, and that nothing does for s = 2', () => {
    expect(say(words, { block: 3, size: 9 }, 1)).toContain(
      'sub-map 1 gets rows 1, 4 and 7 by the slices, and rows 2, 5 and 8 by the sentence',
    );
    expect(say(words, { block: 2, size: 8 }, 1)).toContain('both rules deal the same rows');
  });

  it('names the two sums of a row', async () => {
    const cells = await subMaps.cells?.();
    expect(cells?.describe({ block: 3, size: 9 }, 'x:4:0')).toBe(
      'Row 4 goes to sub-map 1 by the slices (4 − 1 = 3), to sub-map 2 by the sentence (4 + 2 = 6).',
    );
  });
});
