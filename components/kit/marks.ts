import type { Box, Detection, Truth } from '#lib/detection/index.ts';
import { matchDetections } from '#lib/detection/index.ts';

/** What a box on the picture says: found, missed, found where nothing is, or (without truth) just found. */
export type MarkKind = 'hit' | 'miss' | 'false' | 'found';

/** A box to draw, in pixels of the picture, with the words beside it. */
export interface Mark extends Box {
  kind: MarkKind;
  classIndex: number;
  /** Confidence in [0, 1]; absent for a miss. */
  score?: number;
}

/**
 * The marks of one detector on one picture: each truth is a hit or a miss (IoU >= 0.5, same class),
 * each detection without a truth is false. Without truths (a reader's picture) all are just found.
 */
export function marksOf(detections: Detection[], truths: Truth[] | null): Mark[] {
  if (!truths) return detections.map((detection) => ({ ...detection, kind: 'found' }));
  const { truthOf } = matchDetections(detections, truths);
  const found = new Set(truthOf.filter((index) => index >= 0));
  const marks: Mark[] = detections.map((detection, index) => ({
    ...detection,
    kind: truthOf[index] >= 0 ? 'hit' : 'false',
  }));
  const misses = truths.filter((_, index) => !found.has(index));
  return [...marks, ...misses.map((truth): Mark => ({ ...truth, kind: 'miss' }))];
}

/** How many marks of each kind. */
export function tally(marks: Mark[]): Record<MarkKind, number> {
  const counts = { hit: 0, miss: 0, false: 0, found: 0 };
  for (const mark of marks) counts[mark.kind]++;
  return counts;
}
