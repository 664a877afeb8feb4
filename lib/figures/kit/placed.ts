// Grids of pixels that are drawn as images: cells are found by their place, for they have no elements of their own.
import type { Span } from '../../spd/index.ts';
import { cellKey, type PlacedGrid } from '../figure.ts';

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
