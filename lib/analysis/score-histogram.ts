// How the scores of a detector's boxes lie, and what each box is worth: what a threshold chooses between.
import {
  type Detection,
  judgeDetections,
  nonMaxSuppression,
  SHOWN,
  type Truth,
} from '../detection/index.ts';

/** Boxes whose scores lie between two edges. */
export interface ScoreBin {
  /** Scores from here on... */
  from: number;
  /** ...to here, which belongs to the next bin. */
  to: number;
  /** Right in place and class. */
  hit: number;
  /** In the place of an object, with the wrong class. */
  class: number;
  /** Where nothing is. */
  false: number;
}

/**
 * The boxes that are left after the suppression of {@link SHOWN}, counted by their score in bins of equal width up to a
 * score of 1. Each is judged as it would be with the threshold at its own score.
 *
 * @param candidates boxes of scores from `from` on
 * @param width of a bin; it divides what lies between `from` and 1
 */
export function scoreHistogram(
  candidates: readonly Detection[],
  truths: readonly Truth[],
  { from, width }: { from: number; width: number },
): ScoreBin[] {
  const count = Math.round((1 - from) / width);
  const edge = (i: number) => Number((from + i * width).toFixed(6));
  const bins = Array.from({ length: count }, (_, i) => ({
    ...{ from: edge(i), to: edge(i + 1) },
    ...{ hit: 0, class: 0, false: 0 },
  }));
  // Best first, and whom a box gives way to is better: those before it are what a threshold at its score leaves.
  const kept = nonMaxSuppression(candidates, SHOWN);
  kept.forEach(({ score }, i) => {
    const { found, confused } = judgeDetections(kept.slice(0, i + 1), truths);
    const bin = bins.findLast((each) => score >= each.from);
    if (bin) bin[found[i] >= 0 ? 'hit' : confused[i] >= 0 ? 'class' : 'false']++;
  });
  return bins;
}
