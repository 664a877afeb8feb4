// Which anchors and cells are asked for an object in training: YOLOv5's rule, as training/strideless/loss.py has it.
import type { Box } from './boxes.ts';

/** Neither side of an object may differ from the anchor's by this factor or more. */
export const RATIO = 4;

/** One level of a detector, without its numbers. */
export interface AnchorLevel {
  /** Cells. */
  height: number;
  width: number;
  /** Pixels of the picture a cell. */
  stride: number;
  /** Width and height of each anchor, pixels. */
  anchors: readonly (readonly [number, number])[];
}

/** An anchor beside an object. */
export interface AnchorFit {
  /** By how much the sides differ at most: 1 is equal, 2 is half or double. */
  factor: number;
  fits: boolean;
}

/** A cell that answers. */
export interface AnsweringCell {
  row: number;
  column: number;
  /** The centre lies in it; the others are its neighbours. */
  own: boolean;
}

export interface Assignment {
  /** In the order of the level's anchors. */
  fits: AnchorFit[];
  /** Own cell first, then left, above, right, below. Every fitting anchor of each of them answers; none does if none fits. */
  cells: AnsweringCell[];
}

/** The greater of the two factors by which width and height of a box and an anchor differ, at least 1. */
export function anchorFactor({ width, height }: Box, [w, h]: readonly [number, number]): number {
  return Math.max(width / w, w / width, height / h, h / height);
}

/**
 * What one level is asked to say about an object (pixels of the picture). A neighbour answers too when the centre lies in
 * the half of its cell that is next to it, and more than a cell away from the picture's border.
 */
export function assign(object: Box, level: AnchorLevel, ratio = RATIO): Assignment {
  const fits = level.anchors.map((anchor) => {
    const factor = anchorFactor(object, anchor);
    return { factor, fits: factor < ratio };
  });
  return { fits, cells: fits.some((anchor) => anchor.fits) ? cellsOf(object, level) : [] };
}

function cellsOf(object: Box, { stride, height, width }: AnchorLevel): AnsweringCell[] {
  const x = (object.x + object.width / 2) / stride;
  const y = (object.y + object.height / 2) / stride;
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const near = (place: number) => place % 1 < 0.5 && place > 1;
  const steps = [
    [true, 0, 0],
    [near(x), -1, 0],
    [near(y), 0, -1],
    [near(width - x), 1, 0],
    [near(height - y), 0, 1],
  ] as const;
  const clamp = (v: number, end: number) => Math.min(end - 1, Math.max(0, v));
  return steps
    .filter(([asked]) => asked)
    .map(([, dx, dy]) => ({
      row: clamp(row + dy, height),
      column: clamp(column + dx, width),
      own: dx === 0 && dy === 0,
    }));
}
