import { weights as words } from '#content/words/en/weights.ts';
import { best } from '#lib/classify/tally.ts';
import { type Detection, nonMaxSuppression } from '#lib/detection/index.ts';
import { completeNames } from './names.ts';
import type { OwnPicture } from './own-pictures.ts';
import type { WeightsValues } from './parameters.ts';
import type { Thumb } from './picture-strip.ts';

/** Boxes shown of one picture at most. */
const MOST_BOXES = 100;

/** The boxes of a picture above the reader's thresholds; none where it was not looked at yet, or by a classifier. */
export function detectionsIn(
  { result }: OwnPicture,
  { threshold, iou }: Pick<WeightsValues, 'threshold' | 'iou'>,
): Detection[] {
  const all = result?.kind === 'boxes' ? result.candidates : [];
  const sure = all.filter(({ score }) => score >= threshold);
  return nonMaxSuppression(sure, { iouThreshold: iou, most: MOST_BOXES });
}

/** What was found in a picture in a few words: how many boxes, or which class. Empty before it was looked at. */
function foundIn(picture: OwnPicture, values: WeightsValues, names: readonly string[]): string {
  const { result } = picture;
  if (!result) return '';
  if (result.kind === 'boxes') return words.found(detectionsIn(picture, values).length);
  const { probabilities } = result;
  return completeNames(names, probabilities.length)[best(probabilities)];
}

/** What the strip shows of each picture. */
export function thumbsOf(
  pictures: readonly OwnPicture[],
  values: WeightsValues,
  names: readonly string[],
): Thumb[] {
  return pictures.map((picture) => {
    const { name, square, file } = picture;
    return { name, square, own: file !== null, found: foundIn(picture, values, names) };
  });
}
