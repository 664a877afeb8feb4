// The answers of the cells around an object: one small map a level.
import { answerAt, type Box, type Level } from '../detection/index.ts';

/** One cell of a level: the best score of its anchors for a class. */
export interface NearbyCell {
  row: number;
  column: number;
  /** Score of the class (objectness times class) of each anchor, in [0, 1]. */
  scores: number[];
  /** Number of the anchor with the greatest. */
  anchor: number;
}

/** The cells of a level that lie in an area of the picture, whole or in part, row by row. */
export function cellsNear(level: Level, area: Box, classIndex: number): NearbyCell[] {
  const { stride, height, width, anchors } = level;
  const from = (start: number) => Math.floor(start / stride);
  const to = (end: number, cells: number) => Math.min(cells, Math.ceil(end / stride));
  const cells: NearbyCell[] = [];
  for (let row = from(area.y); row < to(area.y + area.height, height); row++)
    for (let column = from(area.x); column < to(area.x + area.width, width); column++) {
      const scores = anchors.map((_, anchor) => {
        const { objectness, classes } = answerAt([level], { level: 0, row, column, anchor });
        return objectness * classes[classIndex];
      });
      cells.push({ row, column, scores, anchor: scores.indexOf(Math.max(...scores)) });
    }
  return cells;
}
