// What the score of one box owes to each pixel.
import { answerAt, type Box, type Level } from '../detection/index.ts';
import type { Candidate } from './candidates.ts';

/** A weight on one number of the head's output. */
export interface ScoreSeed {
  output: number;
  index: number;
  weight: number;
}

/**
 * The derivative of a box's score (objectness times class) with respect to the two logits that it is made of, as weights
 * on the outputs of a pass over one picture.
 */
export function scoreSeeds(
  levels: readonly Level[],
  { place, classIndex }: Candidate,
): ScoreSeed[] {
  const { objectness, classes, logits } = answerAt(levels, place);
  const { width, anchors } = levels[place.level];
  const start =
    ((place.row * width + place.column) * anchors.length + place.anchor) * logits.length;
  const share = classes[classIndex];
  const score = objectness * share;
  return [
    { output: place.level, index: start + 4, weight: score * (1 - objectness) },
    { output: place.level, index: start + 5 + classIndex, weight: score * (1 - share) },
  ];
}

/** The length of a gradient over the colours of each pixel: from [height, width, 3] to [height * width]. */
export function lengths(gradient: Float32Array): Float32Array {
  return Float32Array.from({ length: gradient.length / 3 }, (_, i) =>
    Math.hypot(gradient[3 * i], gradient[3 * i + 1], gradient[3 * i + 2]),
  );
}

/** The part of a map's sum that lies in the pixels that a box touches, in [0, 1]; 0 where the sum is. */
export function shareInside(map: Float32Array, width: number, box: Box): number {
  let inside = 0;
  let all = 0;
  map.forEach((value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    all += value;
    if (x + 1 > box.x && x < box.x + box.width && y + 1 > box.y && y < box.y + box.height)
      inside += value;
  });
  return all > 0 ? inside / all : 0;
}
