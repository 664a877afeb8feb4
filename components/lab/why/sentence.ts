import { why as words } from '#content/words/en/why.ts';
import type { Explanation } from '#lib/analysis/index.ts';

/** The reason in a sentence; and what the object is taken for, where that is not its class. */
export function sentenceOf(
  { reason, taken }: Explanation,
  classIndex: number,
  classes: readonly string[],
  threshold: number,
): string {
  const said = reasonOf(reason, classes[classIndex], classes, threshold);
  if (reason.kind === 'class' || !taken || taken.classIndex === classIndex) return said;
  return `${said} ${words.takenFor(classes[taken.classIndex], taken.score)}`;
}

function reasonOf(
  reason: Explanation['reason'],
  kind: string,
  classes: readonly string[],
  threshold: number,
): string {
  const { reasons } = words;
  switch (reason.kind) {
    case 'found':
      return reasons.found(reason.box.score, reason.box.overlap);
    case 'class':
      return reasons.class(
        kind,
        classes[reason.box.classIndex],
        reason.box.score,
        reason.own?.score,
      );
    case 'below':
      return reasons.below(reason.box.score, threshold);
    case 'suppressed': {
      const { box, by, between } = reason;
      return reason.neighbour === null
        ? reasons.suppressed(box.score, by.score, between, by.overlap)
        : reasons.suppressedByNeighbour(box.score, by.score, between);
    }
    case 'claimed':
      return reasons.claimed(reason.box.score);
    case 'misplaced':
      return reasons.misplaced(reason.box.score, reason.box.overlap);
    case 'silent':
      return reasons.silent(kind);
  }
}
