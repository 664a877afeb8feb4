// Cells of a grid, and how a window is drawn.
import type { Label, RectMark } from '../kit/marks.ts';
import { colour, inkOn } from '../kit/palette.ts';
import type { Square } from './layout.ts';
import type { Model } from './model.ts';

/** How a window is drawn: strided dashed and warm, after space-to-depth solid and blue. */
export function style({ block, stride }: Model): { stroke: string; dash: string } {
  if (block > 1) return { stroke: colour.spd, dash: 'none' };
  return stride > 1
    ? { stroke: colour.strided, dash: '6 4' }
    : { stroke: colour.ink, dash: 'none' };
}

/** The cell at a row and a column of a grid; with `side` a square of so many cells. */
export function at({ x, y, cell }: Square, row: number, column: number, side = 1): RectMark {
  return { x: x + column * cell, y: y + row * cell, width: side * cell, height: side * cell };
}

/** A number in the middle of a box, legible on its fill. */
export function numberIn(box: RectMark, text: string, fill: string, opacity = 1): Label {
  return {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    text,
    size: Math.max(12, Math.min(17, Math.round(Math.min(box.width, box.height) * 0.48))),
    anchor: 'middle',
    fill: inkOn(fill),
    opacity,
  };
}
