// What is pointed at, in grids of pixels that are drawn as images.
import { type Lit, type PlacedGrid, parseCell } from '../figure.ts';
import { boxes, type Group, type RectMark } from './marks.ts';
import { onAnyGround } from './palette.ts';

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
export function drawLinks(group: Group, lit: Lit | undefined): void {
  const cells = (lit?.cells ?? []).map(parseCell);
  const frames = (lit?.grids ?? []).flatMap((grid) => {
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
