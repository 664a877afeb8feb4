// Why a detector found an object or missed it, told from all that it said, before anything was thrown away.
import { EVALUATION, judgeDetections, type Level, type Truth } from '../detection/index.ts';
import { type Candidate, candidatesOf, shownOf, surest } from './candidates.ts';

/** The overlap from which a box is in the right place, as everywhere on the site. */
export const RIGHT_PLACE = 0.5;
/** A box that overlaps an object by less than this is not meant for it. */
export const MEANT = 0.1;

/** What became of an object; `box` is the one that decides. */
export type Reason =
  /** A box of its class in its place is shown. */
  | { kind: 'found'; box: Candidate }
  /** The box that is shown in its place has another class; `own` is the best of its own class there. */
  | { kind: 'class'; box: Candidate; own: Candidate | undefined }
  /** The best box of its class in its place scores less than the threshold. */
  | { kind: 'below'; box: Candidate }
  /** That box reaches the threshold, and gave way to a surer one: its neighbour's, where `neighbour` is one's number. */
  | { kind: 'suppressed'; box: Candidate; by: Candidate; between: number; neighbour: number | null }
  /** The box is shown, and counts for another object, which it overlaps more. */
  | { kind: 'claimed'; box: Candidate; neighbour: number }
  /** A box of its class is shown that is meant for it, and overlaps it too little. */
  | { kind: 'misplaced'; box: Candidate }
  /** No box of its class lies in its place, however faint. */
  | { kind: 'silent' };

export interface Explanation {
  reason: Reason;
  /** The surest box of its class in its place, before anything is thrown away. */
  best: Candidate | undefined;
  /** The surest box in its place, whatever its class: what it is taken for. */
  taken: Candidate | undefined;
}

export interface Question {
  /** All objects of the picture. */
  truths: readonly Truth[];
  /** The number of the one that is asked about. */
  index: number;
  /** Boxes with a lower score are not shown. */
  threshold: number;
}

/**
 * Why an object was found or missed. The boxes are those that a reader is shown: of a score from the threshold on, after
 * the suppression of {@link shownOf}.
 *
 * @param levels what the head said of the picture
 */
export function explain(
  levels: readonly Level[],
  { truths, index, threshold }: Question,
): Explanation {
  const object = truths[index];
  const all = candidatesOf(levels, object, EVALUATION.scoreThreshold);
  const inPlace = all.filter(({ overlap }) => overlap >= RIGHT_PLACE);
  const best = surest(inPlace.filter(({ classIndex }) => classIndex === object.classIndex));
  const taken = surest(inPlace);
  const { verdicts, shown } = shownOf(all, threshold);
  const { found, confused } = judgeDetections(shown, truths);
  const hit = shown[found.indexOf(index)];
  if (hit) return { reason: { kind: 'found', box: hit }, best, taken };
  const wrong = shown[confused.indexOf(index)];
  if (wrong) return { reason: { kind: 'class', box: wrong, own: best }, best, taken };
  const near = surest(
    shown.filter(
      ({ classIndex, overlap }, i) =>
        classIndex === object.classIndex &&
        overlap >= MEANT &&
        overlap < RIGHT_PLACE &&
        found[i] < 0,
    ),
  );
  const reason = ((): Reason => {
    if (best && best.score >= threshold) {
      const { by, overlap } = verdicts.find(({ detection }) => detection === best)!;
      if (by === undefined) {
        return { kind: 'claimed', box: best, neighbour: found[shown.indexOf(best)] };
      }
      const better = verdicts[by].detection;
      const owner = found[shown.indexOf(better)];
      const neighbour = owner < 0 ? null : owner;
      return { kind: 'suppressed', box: best, by: better, between: overlap, neighbour };
    }
    if (near) return { kind: 'misplaced', box: near };
    return best ? { kind: 'below', box: best } : { kind: 'silent' };
  })();
  return { reason, best, taken };
}
