// Every answer of a detector as a box of one class, with the place that it came from.
import {
  type AnchorPlace,
  answerAt,
  type Box,
  type Detection,
  intersectionOverUnion,
  type Level,
  placesByObjectness,
  SHOWN,
  suppressionVerdicts,
  type Verdict,
} from '../detection/index.ts';

/** A box of one class, and the anchor and cell that said it. */
export interface Candidate extends Detection {
  place: AnchorPlace;
  /** IoU with the object that is spoken of, in [0, 1]. */
  overlap: number;
}

/** The boxes of all places and classes whose score is above the threshold; `object` is what the overlaps are with. */
export function candidatesOf(
  levels: readonly Level[],
  object: Box,
  scoreThreshold: number,
): Candidate[] {
  return placesByObjectness(levels).flatMap((place) => {
    const { box, objectness, classes } = answerAt(levels, place);
    const overlap = intersectionOverUnion(box, object);
    return classes
      .map((share, classIndex) => ({
        ...box,
        ...{ classIndex, score: objectness * share, place, overlap },
      }))
      .filter(({ score }) => score > scoreThreshold);
  });
}

/** The best-scored of some boxes. */
export function surest<T extends Detection>(boxes: readonly T[]): T | undefined {
  return boxes.reduce<T | undefined>(
    (best, box) => (best && best.score >= box.score ? best : box),
    undefined,
  );
}

/**
 * What a reader is shown of them: those of a score from the threshold on that the suppression of {@link SHOWN} keeps; with
 * the verdict on each that reaches the threshold, best first.
 */
export function shownOf(
  candidates: readonly Candidate[],
  threshold: number,
): { verdicts: Verdict<Candidate>[]; shown: Candidate[] } {
  const sure = candidates.filter(({ score }) => score >= threshold);
  const verdicts = suppressionVerdicts(sure, SHOWN.iouThreshold);
  const shown = verdicts.flatMap(({ detection, by }) => (by === undefined ? [detection] : []));
  return { verdicts, shown };
}
