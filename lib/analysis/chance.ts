import { type Detection, matchDetections, type Truth } from '../detection/index.ts';
import { around } from '../spd/index.ts';

/** Places along each side to which all boxes are moved; the one where they stand is left out. */
const PLACES = 6;

/**
 * How many truths a detector's boxes would find if they knew nothing of where things are: the mean over the places to which
 * all of them are moved together, around the edges of the picture. Their sizes, classes and arrangement stay. A move that is
 * shorter than an object may still find it, so the number is rather too high than too low.
 *
 * @param detections the boxes that are shown, px
 * @param truths what is there, px
 * @param extent of the picture, px
 */
export function foundByChance(
  detections: readonly Detection[],
  truths: readonly Truth[],
  { width, height }: { width: number; height: number },
): number {
  let found = 0;
  for (let place = 1; place < PLACES ** 2; place++) {
    const dx = ((place % PLACES) / PLACES) * width;
    const dy = (Math.floor(place / PLACES) / PLACES) * height;
    const moved = detections.map((box) => ({
      ...box,
      x: around(box.x + box.width / 2 + dx, width) - box.width / 2,
      y: around(box.y + box.height / 2 + dy, height) - box.height / 2,
    }));
    found += matchDetections(moved, truths).truthOf.filter((truth) => truth >= 0).length;
  }
  return found / (PLACES ** 2 - 1);
}
