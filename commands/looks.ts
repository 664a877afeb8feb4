// What a detector makes of one object in a picture, as it is recorded for the page to draw.
import {
  type Detection,
  intersectionOverUnion,
  type Look,
  nonMaxSuppression,
  type SeenBox,
  type Truth,
} from '#lib/detection/index.ts';
import { CLASSES } from '#lib/scenes/index.ts';
import type { JudgedDetector } from './detector.ts';
import { rounded } from './measured.ts';

/** A score from which an object counts as found, and the overlap that its box needs. */
export const FOUND = 0.25;
const OVERLAP = 0.5;

const isRight = (truth: Truth) => (box: Detection) =>
  box.classIndex === truth.classIndex && intersectionOverUnion(box, truth) >= OVERLAP;

/** The best box of the object's class that overlaps it by half. */
export function bestOf(candidates: readonly Detection[], truth: Truth): Detection | undefined {
  return candidates
    .filter(isRight(truth))
    .reduce<Detection | undefined>(
      (best, box) => (box.score > (best?.score ?? 0) ? box : best),
      undefined,
    );
}

const round = (value: number) => rounded(value, 2);

export const boxed = ({ x, y, width, height }: Omit<Truth, 'classIndex'>): SeenBox['box'] => [
  round(x),
  round(y),
  round(width),
  round(height),
];

const recorded = (found: Detection): SeenBox => ({
  box: boxed(found),
  score: rounded(found.score, 4),
  class: CLASSES[found.classIndex],
});

/** @param pixels one picture RGB in a row, 0 to 255 */
export async function lookAt(
  detector: JudgedDetector,
  pixels: ArrayLike<number>,
  truth: Truth,
): Promise<Look> {
  const [candidates] = await detector.candidates(pixels);
  const best = bestOf(candidates, truth);
  const others = nonMaxSuppression(candidates).filter(
    (box) => box.score >= FOUND && !isRight(truth)(box),
  );
  return { best: best ? recorded(best) : null, others: others.map(recorded) };
}
