// The answers of the cells around an object: one small map a level.
import { answerAt, type Box, type Level } from '../detection/index.ts';

/** A square piece of a picture, pixels. */
export interface Piece {
  x: number;
  y: number;
  side: number;
}

/** The square around the middle of a box, moved inside the picture where it would stick out. Whole pixels. */
export function pieceAround(
  box: Box,
  { width, height }: { width: number; height: number },
  side: number,
): Piece {
  const whole = Math.min(side, width, height);
  const from = (middle: number, end: number) =>
    Math.round(Math.min(end - whole, Math.max(0, middle - whole / 2)));
  return {
    x: from(box.x + box.width / 2, width),
    y: from(box.y + box.height / 2, height),
    side: whole,
  };
}

/** One cell of a level: the best score of its anchors for a class. */
export interface NearbyCell {
  row: number;
  column: number;
  /** Score of the class (objectness times class) of each anchor, in [0, 1]. */
  scores: number[];
  /** Number of the anchor with the greatest. */
  anchor: number;
}

/** The cells of a level that lie in the piece, whole or in part, row by row. */
export function cellsNear(level: Level, piece: Piece, classIndex: number): NearbyCell[] {
  const { stride, height, width, anchors } = level;
  const from = (start: number) => Math.floor(start / stride);
  const to = (start: number, cells: number) =>
    Math.min(cells, Math.ceil((start + piece.side) / stride));
  const cells: NearbyCell[] = [];
  for (let row = from(piece.y); row < to(piece.y, height); row++)
    for (let column = from(piece.x); column < to(piece.x, width); column++) {
      const scores = anchors.map((_, anchor) => {
        const { objectness, classes } = answerAt([level], { level: 0, row, column, anchor });
        return objectness * classes[classIndex];
      });
      cells.push({ row, column, scores, anchor: scores.indexOf(Math.max(...scores)) });
    }
  return cells;
}
