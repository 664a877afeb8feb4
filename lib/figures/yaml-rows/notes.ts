// What the old numbers find, beside the rows that read by number.
import { type Group, type Label, labels } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import type { Layout, Moment, Placed } from './layout.ts';
import type { Stale } from './model.ts';
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
  const readers = x === undefined ? [] : [...new Set(references.map(({ reader }) => reader))];
  labels(
    group,
    readers.map((reader): Label => {
      const its = references.filter((reference) => reference.reader === reader);
      const right = its.every(({ outcome }) => outcome === 'right');
      return {
        x: x ?? 0,
        y: rows[reader].y + rows[reader].high / 2,
        text: note(words, its),
        size: 13,
        fill: right ? colour.muted : colour.strided,
        opacity: Math.max(stale, fixed),
      };
    }),
    true,
  );
}

/** What the unchanged numbers of one row lead to, in a few words. */
export function note(words: YamlRowsWords, references: Stale[]): string {
  const [{ asks, means, finds, sides, outcome }] = references;
  if (references.length > 1)
    return words.areNow(
      references.map((each) => each.asks),
      references.map((each) => each.finds),
    );
  if (outcome === 'right') return words.stillMeans(asks, means);
  const found = words.isNow(asks, finds, means);
  return outcome === 'error'
    ? `${found}: ${words.mismatch(sides[1], sides[0])}`
    : `${found}: ${words.noError}`;
}
