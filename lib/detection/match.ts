import { type Detection, intersectionOverUnion, type Truth } from './boxes.ts';

/** Which truth each detection found, -1 for none. */
export interface Match {
  truthOf: number[];
}

/**
 * Gives each detection, best-scored first, the truth of its class that it overlaps most and that is still free.
 *
 * @param iou least intersection over union
 */
export function matchDetections(
  detections: readonly Detection[],
  truths: readonly Truth[],
  iou = 0.5,
): Match {
  const truthOf = detections.map(() => -1);
  const free = truths.map(() => true);
  const order = detections
    .map((_, i) => i)
    .sort((a, b) => detections[b].score - detections[a].score);
  for (const i of order) {
    let best = iou;
    truths.forEach((truth, j) => {
      if (!free[j] || truth.classIndex !== detections[i].classIndex) return;
      const overlap = intersectionOverUnion(detections[i], truth);
      if (overlap < best) return;
      best = overlap;
      truthOf[i] = j;
    });
    if (truthOf[i] >= 0) free[truthOf[i]] = false;
  }
  return { truthOf };
}
