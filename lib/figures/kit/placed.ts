// Grids of pixels that are drawn as images: cells are found by their place, for they have no elements of their own.
import type { Span } from '../../spd/index.ts';
import { cellKey, type PlacedGrid, parseCell } from '../figure.ts';
import { boxes, type Group, type RectMark } from './marks.ts';
import { onAnyGround } from './palette.ts';

/** The cell at a point of the drawing. */
export function cellAt(grids: readonly PlacedGrid[], x: number, y: number): string | undefined {
  for (const grid of grids) {
    const row = Math.floor(((y - grid.y) / grid.height) * grid.rows);
    const column = Math.floor(((x - grid.x) / grid.width) * grid.columns);
    if (row >= 0 && column >= 0 && row < grid.rows && column < grid.columns)
      return cellKey(grid.id, row, column);
  }
  return undefined;
}

/** The keys of all cells in these rows and columns; none where one of them is missing. */
export function cellsOf(grid: string, rows: Span | undefined, columns: Span | undefined): string[] {
  if (!rows || !columns) return [];
  const keys: string[] = [];
  for (let y = rows[0]; y <= rows[1]; y++)
    for (let x = columns[0]; x <= columns[1]; x++) keys.push(cellKey(grid, y, x));
  return keys;
}

/** A frame around all cells of one grid: what is linked is a rectangle, or one pixel. */
function around(grid: PlacedGrid, cells: readonly { row: number; column: number }[]): RectMark {
  const span = (places: number[], cell: number): [start: number, length: number] => {
    const first = Math.min(...places);
    return [first * cell, (Math.max(...places) + 1 - first) * cell];
  };
  const { rows, columns } = grid;
  const [y, height] = span(
    cells.map(({ row }) => row),
    grid.height / rows,
  );
  const [x, width] = span(
    cells.map(({ column }) => column),
    grid.width / columns,
  );
  return { x: grid.x + x, y: grid.y + y, width, height };
}

/** Frames, dark on light for any ground, around a cell and what it is linked with, in the grids that are drawn now. */
export function drawLinks(
  group: Group,
  grids: readonly PlacedGrid[],
  keys: readonly string[],
): void {
  const cells = keys.map(parseCell);
  const frames = grids.flatMap((grid) => {
    const mine = cells.filter((cell) => cell.grid === grid.id);
    return mine.length > 0 ? [around(grid, mine)] : [];
  });
  boxes(
    group,
    frames.flatMap((frame) => [
      { ...frame, stroke: onAnyGround.below, strokeWidth: 4.5, opacity: 0.9 },
      { ...frame, stroke: onAnyGround.above, strokeWidth: 2 },
    ]),
  );
  group.attr('pointer-events', 'none');
}
