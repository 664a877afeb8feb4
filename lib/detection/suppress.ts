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

/** What a reader is shown of a detector's boxes: the sure ones, and few doubles. A measurement wants them all. */
export const SHOWN = { scoreThreshold: 0.45, iouThreshold: 0.45 } as const;

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

/** A box and what became of it. */
export interface Verdict<Box extends Detection = Detection> {
  detection: Box;
  /** Place in the verdicts of the kept box that it gives way to; absent if it stays. */
  by?: number;
  /** IoU with that box; of a box that stays, the greatest with a better one of its class that stays. */
  overlap: number;
}

/**
 * The same suppression, told: every detection, best first, with the box that took its place. Those that stay are those
 * of {@link nonMaxSuppression} with as many candidates and boxes allowed as there are.
 */
export function suppressionVerdicts<Box extends Detection>(
  detections: readonly Box[],
  iouThreshold: number = EVALUATION.iouThreshold,
): Verdict<Box>[] {
  const verdicts: Verdict<Box>[] = [];
  for (const detection of [...detections].sort((a, b) => b.score - a.score)) {
    const overlaps = verdicts.map(({ detection: better, by }) =>
      by === undefined && better.classIndex === detection.classIndex
        ? intersectionOverUnion(better, detection)
        : 0,
    );
    const by = overlaps.findIndex((overlap) => overlap > iouThreshold);
    verdicts.push(
      by < 0
        ? { detection, overlap: Math.max(0, ...overlaps) }
        : { detection, by, overlap: overlaps[by] },
    );
  }
  return verdicts;
}
