import { type Detection, intersectionOverUnion, sizeOf, type Truth } from './boxes.ts';
import { EVALUATION } from './suppress.ts';

/** What one detector said of one picture, and what is there. */
export interface ImageResult {
  detections: readonly Detection[];
  truths: readonly Truth[];
}

/** Objects whose size (longer side of the box, pixels) is in [from, to). */
export interface SizeBin {
  name: string;
  from: number;
  to: number;
}

/** The least number above 14: the middle bin takes 14 itself. */
const ABOVE_14 = 14.000000000000002;

/** The bins of this project, in the order of the tables. */
export const SIZE_BINS: readonly SizeBin[] = [
  { name: '<8', from: 0, to: 8 },
  { name: '8-14', from: 8, to: ABOVE_14 },
  { name: '>14', from: ABOVE_14, to: Number.POSITIVE_INFINITY },
];

/** In per cent; null where there is no object to find. */
export interface AveragePrecision {
  AP: number | null;
  AP50: number | null;
  AP75: number | null;
  /** AP of each size bin, by its name. */
  APsize: Record<string, number | null>;
}

const THRESHOLDS = Array.from({ length: 10 }, (_, i) => (50 + 5 * i) / 100);
const ALL: SizeBin = { name: 'all', from: 0, to: Number.POSITIVE_INFINITY };

/**
 * Average precision as COCO defines it: IoU from 0.50 to 0.95 in steps of 0.05, precision at 101 recalls, mean over the
 * classes that occur, the 100 best detections a picture and class. In a size bin objects of other sizes are neither to
 * be found nor to be missed, and unmatched detections of other sizes don't count.
 */
export function averagePrecision(
  images: readonly ImageResult[],
  bins: readonly SizeBin[] = SIZE_BINS,
): AveragePrecision {
  const classes = [...new Set(images.flatMap(({ truths }) => truths.map((t) => t.classIndex)))];
  const pairs = classes.map((classIndex) => images.map((image) => pairsOf(image, classIndex)));
  const tables = [ALL, ...bins].map((bin) => pairs.map((ofClass) => precisions(ofClass, bin)));
  const at = (table: (number[] | null)[], thresholds: number[]) =>
    mean(table.flatMap((row) => (row ? thresholds.map((threshold) => row[threshold]) : [])));
  const every = THRESHOLDS.map((_, i) => i);
  return {
    AP: at(tables[0], every),
    AP50: at(tables[0], [0]),
    AP75: at(tables[0], [5]),
    APsize: Object.fromEntries(bins.map(({ name }, i) => [name, at(tables[i + 1], every)])),
  };
}

function mean(values: number[]): number | null {
  return values.length
    ? (100 * values.reduce((sum, value) => sum + value, 0)) / values.length
    : null;
}

/** One picture, one class: detections best first, and their overlap with every truth. */
interface Pairs {
  detections: Detection[];
  truths: Truth[];
  overlaps: number[][];
}

function pairsOf({ detections, truths }: ImageResult, classIndex: number): Pairs {
  const ours = truths.filter((truth) => truth.classIndex === classIndex);
  const best = detections
    .filter((detection) => detection.classIndex === classIndex)
    .sort((a, b) => b.score - a.score)
    .slice(0, EVALUATION.most);
  const overlaps = best.map((d) => ours.map((truth) => intersectionOverUnion(d, truth)));
  return { detections: best, truths: ours, overlaps };
}

function within({ from, to }: SizeBin, box: Truth): boolean {
  const size = sizeOf(box);
  return size >= from && size < to;
}

interface Judged {
  score: number;
  right: boolean;
}

/** The AP of one class at each threshold, or null where no object of the bin occurs. */
function precisions(images: readonly Pairs[], bin: SizeBin): number[] | null {
  let objects = 0;
  for (const { truths } of images) objects += truths.filter((truth) => within(bin, truth)).length;
  if (objects === 0) return null;
  const binned = images
    .filter(({ detections }) => detections.length > 0)
    .map((image) => inBin(image, bin));
  return THRESHOLDS.map((threshold) => {
    const judged = binned.flatMap((image) => judge(image, threshold));
    judged.sort((a, b) => b.score - a.score);
    return interpolated(judged, objects);
  });
}

/** A picture's pairs with what a size bin makes of them. */
interface Binned extends Pairs {
  truthCounts: boolean[];
  detectionCounts: boolean[];
  /** Truths that count come first, so that a detection is never spent on one that does not. */
  order: number[];
}

function inBin(pairs: Pairs, bin: SizeBin): Binned {
  const truthCounts = pairs.truths.map((truth) => within(bin, truth));
  const detectionCounts = pairs.detections.map((detection) => within(bin, detection));
  const order = pairs.truths
    .map((_, j) => j)
    .sort((a, b) => Number(truthCounts[b]) - Number(truthCounts[a]));
  return { ...pairs, truthCounts, detectionCounts, order };
}

/** Which detections of a picture are right and which wrong; those that don't count are left out. */
function judge(image: Binned, threshold: number): Judged[] {
  const { detections, overlaps, truthCounts: counts, detectionCounts, order } = image;
  const taken = counts.map(() => false);
  const judged: Judged[] = [];
  detections.forEach((detection, i) => {
    let best = Math.min(threshold, 1 - 1e-10);
    let found = -1;
    for (const j of order) {
      if (taken[j]) continue;
      if (found >= 0 && counts[found] && !counts[j]) break;
      if (overlaps[i][j] < best) continue;
      best = overlaps[i][j];
      found = j;
    }
    if (found >= 0) taken[found] = true;
    if (found >= 0 ? counts[found] : detectionCounts[i]) {
      judged.push({ score: detection.score, right: found >= 0 });
    }
  });
  return judged;
}

/** Mean over the recalls 0, 0.01, ..., 1 of the best precision at that recall or a greater one. */
function interpolated(judged: readonly Judged[], objects: number): number {
  const recalls: number[] = [];
  const precision: number[] = [];
  let right = 0;
  judged.forEach((one, i) => {
    if (one.right) right++;
    recalls.push(right / objects);
    precision.push(right / (i + 1));
  });
  for (let i = precision.length - 1; i > 0; i--) {
    precision[i - 1] = Math.max(precision[i - 1], precision[i]);
  }
  let sum = 0;
  let i = 0;
  for (let step = 0; step <= 100; step++) {
    while (i < recalls.length && recalls[i] < step * 0.01) i++;
    if (i < precision.length) sum += precision[i];
  }
  return sum / 101;
}
