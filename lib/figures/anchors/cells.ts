// The cells of a level: those that can be pointed at, and those that answer for the object.
import { type Assignment, assign } from '../../detection/assign.ts';
import { cellKey } from '../figure.ts';
import type { RectMark } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { type Point, polyline } from '../kit/path.ts';
import type { Panel } from './layout.ts';
import { LEVELS, objectOf, type Params } from './model.ts';
import type { Moment } from './scene.ts';

/** A cell of a level in its panel, px of the layout. */
export function cellBox(
  { x, y, side }: Panel,
  level: number,
  row: number,
  column: number,
): RectMark {
  const cell = side / LEVELS[level].width;
  return { x: x + column * cell, y: y + row * cell, width: cell, height: cell };
}

/** Nothing to see: they answer to the pointer. Only those around the object, for a drawing that stays light. */
export function cells(panel: Panel, level: number, { x, y }: Params): RectMark[] {
  const { width, height, name, stride } = LEVELS[level];
  const [row, column] = [Math.floor(y / stride), Math.floor(x / stride)];
  return Array.from({ length: 25 }, (_, i) => [row + Math.floor(i / 5) - 2, column + (i % 5) - 2])
    .filter(([r, c]) => r >= 0 && c >= 0 && r < height && c < width)
    .map(([r, c]) => ({
      ...cellBox(panel, level, r, c),
      inside: true,
      cell: cellKey(name.toLowerCase(), r, c),
    }));
}

/** The cell of the centre and its neighbours; where no anchor fits, they fade when that comes out. */
export function answering(
  panel: Panel,
  level: number,
  { cells: real }: Assignment,
  params: Params,
  at: Moment,
): RectMark[] {
  const near = assign(objectOf(params), LEVELS[level], Number.POSITIVE_INFINITY).cells;
  const stays = real.length > 0 ? 1 : 1 - at.ratio;
  return near.map(({ row, column, own }) => ({
    ...cellBox(panel, level, row, column),
    fill: colour.ink,
    fillOpacity: own ? 0.34 : 0.17,
    opacity: own ? at.own * stays : real.length > 0 ? at.neighbours : 0,
  }));
}

/** Lines between n x n cells. */
export function gridPath({ x, y, side }: Panel, n: number): string {
  return polyline(
    ...Array.from({ length: n - 1 }, (_, i): Point[][] => {
      const d = ((i + 1) * side) / n;
      return [
        [
          [x + d, y],
          [x + d, y + side],
        ],
        [
          [x, y + d],
          [x + side, y + d],
        ],
      ];
    }).flat(),
  );
}
