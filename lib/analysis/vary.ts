// What becomes of one object's score as it shrinks, and as it moves by parts of a pixel.
import { between, type Detection, intersectionOverUnion, type Truth } from '../detection/index.ts';
import { surest } from './candidates.ts';
import { quantiles } from './quantiles.ts';
import { RIGHT_PLACE } from './why.ts';

/** Lengths at which an object is asked about, world units (px at a resolution of 128): each 15 per cent above the last. */
export const LENGTHS_ASKED: readonly number[] = Array.from({ length: 16 }, (_, i) => 3 * 1.15 ** i);

/** Offsets from where an object stands, pixels, of each axis: from half a pixel to the left to half a pixel to the right. */
export const OFFSETS: readonly number[] = Array.from({ length: 9 }, (_, i) => (i - 4) / 8);

/** What a detector says of one object. */
export interface ObjectAnswer {
  /** Of the surest box of its class in its place (IoU of 0.5 or more); 0 where there is none. */
  score: number;
  /** From the middle of that box to the object's, pixels; null where there is none. */
  error: number | null;
}

/** @param boxes before the suppression */
export function answerTo(boxes: readonly Detection[], truth: Truth): ObjectAnswer {
  const best = surest(
    boxes.filter(
      (box) =>
        box.classIndex === truth.classIndex && intersectionOverUnion(box, truth) >= RIGHT_PLACE,
    ),
  );
  return best ? { score: best.score, error: between(best, truth) } : { score: 0, error: null };
}

/**
 * The size below which an object stays lost: where its score falls under the threshold and does not come back. Between
 * two sizes that were asked for the score is taken to run straight.
 *
 * @param sizes ascending
 * @returns 0 where even the smallest is found, null where none is
 */
export function lossSize(
  sizes: readonly number[],
  scores: readonly number[],
  threshold: number,
): number | null {
  const first = scores.findIndex((score) => score >= threshold);
  if (first <= 0) return first === 0 ? 0 : null;
  const share = (threshold - scores[first - 1]) / (scores[first] - scores[first - 1]);
  return sizes[first - 1] + share * (sizes[first] - sizes[first - 1]);
}

/** Where numbers lie: the middle one, and those that a tenth lies below and above. */
export interface Spread {
  low: number;
  middle: number;
  high: number;
}

/** @throws RangeError where there is no number */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('spreadOf: there is no number');
  const at = quantiles(values);
  return { low: at(0.1), middle: at(0.5), high: at(0.9) };
}
