// Every answer of a detector as a box of one class, with the place that it came from.
import {
  type AnchorPlace,
  answerAt,
  type Box,
  type Detection,
  intersectionOverUnion,
  type Level,
  placesByObjectness,
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
