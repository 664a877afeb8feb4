import type { Box, Detection, Truth } from '#lib/detection/index.ts';
import { judgeDetections } from '#lib/detection/index.ts';

/** What a box says: found, in the right place with the wrong class, missed, where nothing is, or (without truth) just found. */
export type MarkKind = 'hit' | 'class' | 'miss' | 'false' | 'found';

/** A box to draw, in pixels of the picture, with the words beside it. */
export interface Mark extends Box {
  kind: MarkKind;
  classIndex: number;
  /** Confidence in [0, 1]; absent for a miss. */
  score?: number;
  /** Of a hit, a wrong class and a miss: which truth it speaks of. */
  truth?: number;
}

/**
 * The marks of one detector on one picture. Each truth is a hit (IoU >= 0.5, same class), taken for another class
 * (IoU >= 0.5 with a box that hit nothing), or a miss; each box that is left over is false. Average precision knows no
 * such mercy: there a wrong class is a miss and a false alarm. Without truths (a reader's picture) all are just found.
 */
export function marksOf(detections: Detection[], truths: Truth[] | null): Mark[] {
  if (!truths) return detections.map((detection) => ({ ...detection, kind: 'found' }));
  const { found, confused } = judgeDetections(detections, truths);
  const spoken = new Set([...found, ...confused]);
  return [
    ...detections.flatMap((detection, index): Mark[] =>
      found[index] < 0 ? [] : [{ ...detection, kind: 'hit', truth: found[index] }],
    ),
    ...detections.flatMap((detection, index): Mark[] => {
      if (found[index] >= 0) return [];
      return confused[index] < 0
        ? [{ ...detection, kind: 'false' }]
        : [{ ...detection, kind: 'class', truth: confused[index] }];
    }),
    ...truths.flatMap((object, index): Mark[] =>
      spoken.has(index) ? [] : [{ ...object, kind: 'miss', truth: index }],
    ),
  ];
}

/** The detector's own boxes among the marks: all but what it missed. */
export function boxesOf(marks: readonly Mark[]): Detection[] {
  return marks.flatMap((mark) =>
    mark.score === undefined ? [] : [{ ...mark, score: mark.score }],
  );
}

/** How many marks of each kind. */
export function tally(marks: Mark[]): Record<MarkKind, number> {
  const counts = { hit: 0, class: 0, miss: 0, false: 0, found: 0 };
  for (const mark of marks) counts[mark.kind]++;
  return counts;
}
