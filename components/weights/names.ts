import { weights as words } from '#content/words/en/weights.ts';

/** The 80 classes of COCO's detection task, in the order that its detectors are trained with. */
export const COCO = (
  'person, bicycle, car, motorcycle, airplane, bus, train, truck, boat, traffic light, fire hydrant, stop sign, ' +
  'parking meter, bench, bird, cat, dog, horse, sheep, cow, elephant, bear, zebra, giraffe, backpack, umbrella, ' +
  'handbag, tie, suitcase, frisbee, skis, snowboard, sports ball, kite, baseball bat, baseball glove, skateboard, ' +
  'surfboard, tennis racket, bottle, wine glass, cup, fork, knife, spoon, bowl, banana, apple, sandwich, orange, ' +
  'broccoli, carrot, hot dog, pizza, donut, cake, chair, couch, potted plant, bed, dining table, toilet, tv, laptop, ' +
  'mouse, remote, keyboard, cell phone, microwave, oven, toaster, sink, refrigerator, book, clock, vase, scissors, ' +
  'teddy bear, hair drier, toothbrush'
).split(', ');

/** The names with which a model starts: those that came with it, COCO's for a detector of 80 classes, else none. */
export function startingNames(
  classes: number,
  detects: boolean,
  given?: readonly string[],
): readonly string[] {
  if (given) return given;
  return detects && classes === COCO.length ? COCO : [];
}

/** Names as written by a reader, one a line; empty lines at the end say nothing. */
export function parseNames(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/** A name for every class; those without one go by their number. */
export function completeNames(names: readonly string[], classes: number): string[] {
  return Array.from({ length: classes }, (_, i) => names[i] || words.nameless(i));
}
