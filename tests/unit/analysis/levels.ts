import type { Box, Level } from '#lib/detection/index.ts';

/** A box that a level is to say, with the score of each class. */
export interface Said extends Box {
  classes: number[];
}

const CLASSES = 3;
const SIDE = 8;
const logit = (p: number) => Math.log(p / (1 - p));

/** A level of 8 x 8 cells of 8 px, three anchors of 8 x 8 px and three classes, that says these boxes and nothing else. */
export function levelSaying(boxes: readonly Said[]): Level {
  const anchors = [
    [8, 8],
    [8, 8],
    [8, 8],
  ] as const;
  const perAnchor = 5 + CLASSES;
  const data = new Float32Array(SIDE * SIDE * anchors.length * perAnchor).fill(-12);
  const taken = new Map<number, number>();
  for (const { x, y, width, height, classes } of boxes) {
    const [cx, cy] = [(x + width / 2) / 8, (y + height / 2) / 8];
    const cell = Math.floor(cy) * SIDE + Math.floor(cx);
    const anchor = taken.get(cell) ?? 0;
    taken.set(cell, anchor + 1);
    const at = (cell * anchors.length + anchor) * perAnchor;
    const numbers = [
      logit(((cx % 1) + 0.5) / 2),
      logit(((cy % 1) + 0.5) / 2),
      logit(Math.sqrt(width / 8) / 2),
      logit(Math.sqrt(height / 8) / 2),
      14,
      ...classes.map((p) => logit(Math.max(1e-6, p))),
    ];
    data.set(numbers, at);
  }
  return { data, height: SIDE, width: SIDE, stride: 8, anchors };
}
