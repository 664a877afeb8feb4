// Why a box that hits nothing counts as false, and what a detector said in its place.
import {
  type Box,
  between,
  type Detection,
  EVALUATION,
  intersectionOverUnion,
  judgeDetections,
  type Level,
  type Truth,
} from '../detection/index.ts';
import { type Candidate, candidatesOf, shownOf, surest } from './candidates.ts';
import { MEANT, RIGHT_PLACE } from './why.ts';

/** Why a box is false; `truth` is the number of the object that is nearest, `overlap` the IoU with it. */
export type AlarmReason =
  /** It lies on an object of its class, which a surer box found. */
  | { kind: 'second'; truth: number; overlap: number }
  /** It lies on an object of another class, of which another box speaks. */
  | { kind: 'class'; truth: number; overlap: number }
  /** It is meant for an object, and overlaps it too little. */
  | { kind: 'overlap'; truth: number; overlap: number }
  /** No object is there; `apart` lies between the middles, pixels. */
  | { kind: 'nothing'; truth: number; overlap: number; apart: number }
  /** No object is in the picture. */
  | { kind: 'empty' };

/** @param box one that is neither a hit nor the wrong class of an object that nobody else speaks of */
export function reasonOfAlarm(
  box: Box & Pick<Truth, 'classIndex'>,
  truths: readonly Truth[],
): AlarmReason {
  if (truths.length === 0) return { kind: 'empty' };
  const all = truths
    .map((object, truth) => ({
      truth,
      alike: object.classIndex === box.classIndex,
      overlap: intersectionOverUnion(box, object),
      apart: between(box, object),
    }))
    .sort((a, b) => b.overlap - a.overlap || a.apart - b.apart);
  const inPlace = all.filter(({ overlap }) => overlap >= RIGHT_PLACE);
  const { alike, truth, overlap, apart } = inPlace.find((each) => each.alike) ?? all[0];
  if (overlap >= RIGHT_PLACE) return { kind: alike ? 'second' : 'class', truth, overlap };
  if (overlap >= MEANT) return { kind: 'overlap', truth, overlap };
  return { kind: 'nothing', truth, overlap, apart };
}

/** What a detector says in a place (IoU of 0.5 or more), of the class that is asked about. */
export type SaidThere =
  /** It shows a box of the class there; `hit` is the number of the object that the box finds, -1 for none. */
  | { kind: 'same'; box: Candidate; hit: number }
  /** What it shows there has another class; `own` is the best of the class. */
  | { kind: 'other'; box: Candidate; own: Candidate | undefined }
  /** Its best box of the class there scores less than the threshold. */
  | { kind: 'below'; box: Candidate }
  /** That box reaches the threshold, and gave way to a surer one that lies elsewhere. */
  | { kind: 'suppressed'; box: Candidate }
  /** No box of the class lies there, however faint. */
  | { kind: 'silent' };

/**
 * What a detector says of the place and the class of a box, be it its own or another's. Shown are boxes of a score from the
 * threshold on, after the suppression of {@link shownOf}.
 */
export function saidAt(
  levels: readonly Level[],
  place: Detection,
  { truths, threshold }: { truths: readonly Truth[]; threshold: number },
): SaidThere {
  const all = candidatesOf(levels, place, EVALUATION.scoreThreshold);
  const there = ({ overlap }: Candidate) => overlap >= RIGHT_PLACE;
  const alike = ({ classIndex }: Candidate) => classIndex === place.classIndex;
  const { shown } = shownOf(all, threshold);
  const same = surest(shown.filter((box) => there(box) && alike(box)));
  if (same) {
    const { found } = judgeDetections(shown, truths);
    return { kind: 'same', box: same, hit: found[shown.indexOf(same)] };
  }
  const own = surest(all.filter((box) => there(box) && alike(box)));
  const other = surest(shown.filter(there));
  if (other) return { kind: 'other', box: other, own };
  if (!own) return { kind: 'silent' };
  return { kind: own.score < threshold ? 'below' : 'suppressed', box: own };
}
