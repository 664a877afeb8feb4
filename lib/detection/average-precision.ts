import {
  type ImageResult,
  type JudgedBox,
  judgePicture,
  OVERLAPS,
  type SizeBin,
} from './judged-picture.ts';

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

const ALL: SizeBin = { name: 'all', from: 0, to: Number.POSITIVE_INFINITY };
/** Recalls at which precision is read. */
export const RECALLS = Array.from({ length: 101 }, (_, i) => i * 0.01);

/**
 * Average precision as COCO defines it: IoU from 0.50 to 0.95 in steps of 0.05, precision at 101 recalls, mean over the
 * classes that occur, the 100 best detections a picture and class. In a size bin objects of other sizes are neither to
 * be found nor to be missed, and unmatched detections of other sizes don't count.
 */
export function averagePrecision(
  images: readonly ImageResult[],
  bins: readonly SizeBin[] = SIZE_BINS,
): AveragePrecision {
  const table = new PrecisionTable(bins);
  for (const image of images) table.add(image);
  return table.precision();
}

/** One class in one size bin: its boxes in all pictures, and the objects to be found in each. */
interface Judged {
  objects: number[];
  boxes: (JudgedBox & { picture: number })[];
}

/**
 * Pictures judged one by one, and their {@link averagePrecision} taken together: as they are, or each as often as its
 * weight says, which judges none of them again.
 */
export class PrecisionTable {
  private readonly bins: readonly SizeBin[];
  /** By class, then by bin, {@link ALL} first. */
  private readonly classes = new Map<number, Judged[]>();
  private sorted = true;
  private count = 0;

  constructor(bins: readonly SizeBin[] = SIZE_BINS) {
    this.bins = [ALL, ...bins];
  }

  /** Pictures so far. */
  get pictures(): number {
    return this.count;
  }

  add(image: ImageResult): void {
    const picture = this.count++;
    const occurring = [...image.truths, ...image.detections].map(({ classIndex }) => classIndex);
    for (const classIndex of new Set(occurring)) {
      const bins =
        this.classes.get(classIndex) ?? this.bins.map(() => ({ objects: [], boxes: [] }));
      this.classes.set(classIndex, bins);
      judgePicture(image, classIndex, this.bins).forEach(({ objects, boxes }, i) => {
        bins[i].objects[picture] = objects;
        for (const box of boxes) bins[i].boxes.push({ ...box, picture });
      });
    }
    this.sorted = false;
  }

  /** @param weights how often each picture is taken; once where they are left out */
  precision(weights?: ArrayLike<number>): AveragePrecision {
    const tables = this.bins.map((_, bin) =>
      this.occurring(bin, weights).map(({ judged, objects }) =>
        OVERLAPS.map((_, overlap) => meanOf(precisionAtRecalls(judged, objects, overlap, weights))),
      ),
    );
    const [all, ...others] = tables.map((rows) => percent(rows.flat()));
    const at = (overlap: number) => percent(tables[0].map((row) => row[overlap]));
    return {
      AP: all,
      AP50: at(0),
      AP75: at(5),
      APsize: Object.fromEntries(others.map((value, i) => [this.bins[i + 1].name, value])),
    };
  }

  /** Precision in [0, 1] at each of {@link RECALLS} for an IoU of 0.5, mean over the classes; empty without objects. */
  curve(): number[] {
    const curves = this.occurring(0).map(({ judged, objects }) =>
      precisionAtRecalls(judged, objects, 0),
    );
    if (curves.length === 0) return [];
    return RECALLS.map((_, i) => meanOf(curves.map((curve) => curve[i])));
  }

  /** The classes of which there is something to find. */
  private occurring(bin: number, weights?: ArrayLike<number>) {
    this.sort();
    return [...this.classes.values()].flatMap((bins) => {
      const judged = bins[bin];
      let objects = 0;
      judged.objects.forEach((count, picture) => {
        objects += count * (weights?.[picture] ?? 1);
      });
      return objects > 0 ? [{ judged, objects }] : [];
    });
  }

  private sort(): void {
    if (this.sorted) return;
    for (const bins of this.classes.values())
      for (const { boxes } of bins) boxes.sort((a, b) => b.score - a.score);
    this.sorted = true;
  }
}

function percent(values: readonly number[]): number | null {
  return values.length > 0 ? 100 * meanOf(values) : null;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** At the recalls 0, 0.01, ..., 1: the best precision at that recall or a greater one. */
function precisionAtRecalls(
  { boxes }: Judged,
  objects: number,
  overlap: number,
  weights?: ArrayLike<number>,
): number[] {
  const bit = 1 << overlap;
  const recalls: number[] = [];
  const precision: number[] = [];
  let right = 0;
  let all = 0;
  for (const box of boxes) {
    const weight = weights ? weights[box.picture] : 1;
    if (weight === 0 || !(box.counts & bit)) continue;
    all += weight;
    if (box.right & bit) right += weight;
    recalls.push(right / objects);
    precision.push(right / all);
  }
  for (let i = precision.length - 1; i > 0; i--)
    precision[i - 1] = Math.max(precision[i - 1], precision[i]);
  let i = 0;
  return RECALLS.map((recall) => {
    while (i < recalls.length && recalls[i] < recall) i++;
    return i < precision.length ? precision[i] : 0;
  });
}
