// What the old numbers find, beside the rows that read by number.
import { type Group, type Label, labels } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import type { Layout, Moment, Placed } from './layout.ts';
import { countsOf, type Stale } from './model.ts';
import type { YamlRowsWords } from './words.ts';

/** Beside each row that reads by number: what the old number finds. */
export function drawNotes(
  words: YamlRowsWords,
  group: Group,
  references: Stale[],
  rows: Placed[],
  where: Layout,
  { stale, fixed }: Moment,
): void {
  const x = where.notes;
  if (x === undefined) {
    drawSum(words, group, references, where, { stale, fixed });
    return;
  }
  const readers = [...new Set(references.map(({ reader }) => reader))];
  const mended = fixed > 0.5;
  labels(
    group,
    readers.map((reader): Label => {
      const its = references.filter((reference) => reference.reader === reader);
      const right = mended || its.every(({ outcome }) => outcome === 'right');
      return {
        x,
        y: rows[reader].y + rows[reader].high / 2,
        text: mended ? words.mended(its) : note(words, its),
        size: 13,
        fill: right ? colour.muted : colour.strided,
        opacity: Math.max(stale, fixed),
      };
    }),
    true,
  );
}

/** On a phone one line under the rows stands for all notes. */
function drawSum(
  words: YamlRowsWords,
  group: Group,
  references: Stale[],
  where: Layout,
  { stale, fixed }: Moment,
): void {
  const counts = countsOf(references);
  const wrong = counts.error + counts.silent;
  const mended = fixed > 0.5;
  labels(group, [
    {
      x: 12,
      y: where.height - 12,
      text: mended ? words.sumMended(wrong) : words.sum(counts),
      size: 13,
      weight: 600,
      fill: mended || wrong === 0 ? colour.spd : colour.strided,
      opacity: Math.max(stale, fixed),
    },
  ]);
}

/** What the unchanged numbers of one row lead to, in a few words. */
export function note(words: YamlRowsWords, references: Stale[]): string {
  const [{ asks, sides, outcome }] = references;
  const found = words.finds(
    references.map((each) => each.asks),
    references.map((each) => each.finds),
  );
  if (references.length > 1) return `${found}${words.silentAll}`;
  if (outcome === 'right') return words.stillMeans(asks);
  return `${found}${outcome === 'error' ? words.error(sides[1], sides[0]) : words.silent(sides[1])}`;
}
