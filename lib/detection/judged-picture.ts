// What one picture adds to an average precision: which of its boxes count, and which are right, at every overlap.
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

/** Least overlaps (IoU) of a right box, as COCO has them. A set of them is a number, one bit for each. */
export const OVERLAPS = Array.from({ length: 10 }, (_, i) => (50 + 5 * i) / 100);

/** One box, judged at every one of {@link OVERLAPS}. */
export interface JudgedBox {
  score: number;
  /** Where it counts. */
  counts: number;
  /** Where it is right. */
  right: number;
}

/** One picture, one class, one size bin. */
export interface JudgedPicture {
  /** To be found. */
  objects: number;
  boxes: JudgedBox[];
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

/** A picture's 100 best boxes of a class, judged as the bins ask: one answer a bin. */
export function judgePicture(
  image: ImageResult,
  classIndex: number,
  bins: readonly SizeBin[],
): JudgedPicture[] {
  const pairs = pairsOf(image, classIndex);
  return bins.map((bin) => {
    const binned = inBin(pairs, bin);
    const boxes = binned.detections.map(({ score }) => ({ score, counts: 0, right: 0 }));
    OVERLAPS.forEach((overlap, i) => {
      judge(binned, overlap, boxes, 1 << i);
    });
    return { objects: binned.truthCounts.filter(Boolean).length, boxes };
  });
}

/** Sets a bit of each box that counts at a least overlap, and of each that is right. */
function judge(image: Binned, overlap: number, boxes: JudgedBox[], bit: number): void {
  const { overlaps, truthCounts: counts, detectionCounts, order } = image;
  const taken = counts.map(() => false);
  boxes.forEach((box, i) => {
    let best = Math.min(overlap, 1 - 1e-10);
    let found = -1;
    for (const j of order) {
      if (taken[j]) continue;
      if (found >= 0 && counts[found] && !counts[j]) break;
      if (overlaps[i][j] < best) continue;
      best = overlaps[i][j];
      found = j;
    }
    if (found >= 0) taken[found] = true;
    if (!(found >= 0 ? counts[found] : detectionCounts[i])) return;
    box.counts |= bit;
    if (found >= 0) box.right |= bit;
  });
}
