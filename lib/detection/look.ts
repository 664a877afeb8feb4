// What a detector made of one object in a picture, and what came of it.
import { intersectionOverUnion } from './boxes.ts';

/** A box of a detector in a picture, as it was recorded. */
export interface SeenBox {
  /** px of the picture. */
  box: [x: number, y: number, width: number, height: number];
  score: number;
  class: string;
}

/** What a detector made of one object in a picture. */
export interface Look {
  /** The best box of the object's class that overlaps it by half; null where none does, at any score. */
  best: SeenBox | null;
  /** What else it reported, from the score on that counts as found. */
  others: SeenBox[];
}

/** So much of a box and the object have to lie on each other, in part of both, for the box to be about it at all. */
const TOUCHED = 0.1;

const plain = ([x, y, width, height]: SeenBox['box']) => ({ x, y, width, height });

export interface Outcome {
  /** `doubted`: by a box that fits, with too low a score; `misplaced`: by one that does not fit, or is of another class. */
  outcome: 'found' | 'doubted' | 'misplaced' | 'missed';
  /** What is drawn, whatever came of it: of the boxes on the object, from the score on that counts, the one that is spoken of. */
  box?: SeenBox;
  /** Of the box that is spoken of. */
  score?: number;
}

/** @param truth where the object is, px */
export function outcomeOf(
  { best, others }: Look,
  truth: SeenBox['box'],
  threshold: number,
): Outcome {
  if (best && best.score >= threshold) return { outcome: 'found', box: best, score: best.score };
  const [surest] = others
    .filter(({ box }) => intersectionOverUnion(plain(box), plain(truth)) >= TOUCHED)
    .sort((a, b) => b.score - a.score);
  if (surest) return { outcome: 'misplaced', box: surest, score: surest.score };
  return best ? { outcome: 'doubted', score: best.score } : { outcome: 'missed' };
}
