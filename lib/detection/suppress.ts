import { type Detection, intersectionOverUnion } from './boxes.ts';

/** How detections are made for a measurement; training/ uses the same numbers. */
export const EVALUATION = {
  scoreThreshold: 0.001,
  iouThreshold: 0.6,
  /** Best-scored boxes looked at. */
  candidates: 1000,
  /** Boxes kept a picture. */
  most: 100,
} as const;

export type SuppressOptions = Partial<Record<'iouThreshold' | 'candidates' | 'most', number>>;

/**
 * Greedy non-maximum suppression within each class: the best-scored box stays, those of its class that overlap it by
 * more than `iouThreshold` go. Best first.
 */
export function nonMaxSuppression(
  detections: readonly Detection[],
  {
    iouThreshold = EVALUATION.iouThreshold,
    candidates = EVALUATION.candidates,
    most = EVALUATION.most,
  }: SuppressOptions = {},
): Detection[] {
  const sorted = [...detections].sort((a, b) => b.score - a.score).slice(0, candidates);
  const kept: Detection[] = [];
  for (const detection of sorted) {
    if (kept.length === most) break;
    const covered = kept.some(
      (better) =>
        better.classIndex === detection.classIndex &&
        intersectionOverUnion(better, detection) > iouThreshold,
    );
    if (!covered) kept.push(detection);
  }
  return kept;
}
