import type { Grid } from '#lib/figures/index.ts';

/** Where the arrow key leads from a cell of a grid; clamped to the grid. */
export function walkCell(
  grids: readonly Grid[],
  gridId: string,
  cell: string | undefined,
  key: string,
): string | undefined {
  const grid = grids.find(({ id }) => id === gridId);
  if (!grid) return undefined;
  const [id, row, column] = cell?.split(':') ?? [];
  if (id !== gridId) return `${gridId}:0:0`;
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
  if (!step) return undefined;
  const clamp = (v: number, end: number) => Math.min(end - 1, Math.max(0, v));
  return `${gridId}:${clamp(Number(row) + step[0], grid.rows)}:${clamp(Number(column) + step[1], grid.columns)}`;
}
