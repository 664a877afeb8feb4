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

/** What every detection of a picture speaks of: numbers of truths, -1 for none. A detection has one of the two at most. */
export interface Judgement {
  /** The truth that it found. */
  found: number[];
  /** The truth in whose place it is, with the wrong class. */
  confused: number[];
}

/**
 * Hits first (IoU >= 0.5, same class); then the truths that nobody hit go to the boxes in their place that hit nothing,
 * whatever their class.
 */
export function judgeDetections(
  detections: readonly Detection[],
  truths: readonly Truth[],
): Judgement {
  const found = matchDetections(detections, truths).truthOf;
  const confused = detections.map(() => -1);
  const others = detections.map((_, i) => i).filter((i) => found[i] < 0);
  const missed = truths.map((_, j) => j).filter((j) => !found.includes(j));
  const places = matchDetections(
    others.map((i) => classless(detections[i])),
    missed.map((j) => classless(truths[j])),
  ).truthOf;
  others.forEach((i, k) => {
    if (places[k] >= 0) confused[i] = missed[places[k]];
  });
  return { found, confused };
}

function classless<T extends Truth>(box: T): T {
  return { ...box, classIndex: 0 };
}
