import { assign } from '../../detection/assign.ts';
import { type Cells, cellKey, type Grid, parseCell } from '../figure.ts';
import { assignments, fitting, LEVELS, objectOf, type Params } from './model.ts';
import type { AnchorsCellWords, AnchorsWords } from './words.ts';

type Words = AnchorsWords & AnchorsCellWords;

const idOf = (level: number) => LEVELS[level].name.toLowerCase();

function grids(words: Words): Grid[] {
  return LEVELS.map(({ name, width, height, stride }, i) => ({
    id: idOf(i),
    label: words.level(name, stride),
    rows: height,
    columns: width,
  }));
}

/** The cells of the other levels that look at the same pixels. */
function linked(cell: string): string[] {
  const { grid, row, column } = parseCell(cell);
  const own = LEVELS.findIndex((_, i) => idOf(i) === grid);
  const { stride } = LEVELS[own];
  return LEVELS.flatMap((level, i) => {
    if (i === own) return [];
    const from = (place: number) => Math.floor((place * stride) / level.stride);
    const count = Math.max(1, stride / level.stride);
    return Array.from({ length: count * count }, (_, k) =>
      cellKey(idOf(i), from(row) + Math.floor(k / count), from(column) + (k % count)),
    );
  });
}

function describeCell(words: Words, params: Params, cell: string): string {
  const { grid, row, column } = parseCell(cell);
  const i = LEVELS.findIndex((_, k) => idOf(k) === grid);
  const level = LEVELS[i];
  const { stride } = level;
  const where = words.cell.where(level.name, row, column, stride);
  const assignment = assignments(params)[i];
  const answers = assignment.cells.find((c) => c.row === row && c.column === column);
  if (answers) return `${where} ${words.cell.answers(fitting(assignment), answers.own)}`;
  // With every anchor let in, would it?
  const any = assign(objectOf(params), level, Number.POSITIVE_INFINITY).cells;
  return any.some((c) => c.row === row && c.column === column)
    ? `${where} ${words.cell.near}`
    : `${where} ${words.cell.no}`;
}

export function cells(words: Words): Cells<Params> {
  return {
    grids: () => grids(words),
    linked: (_, cell) => linked(cell),
    describe: (params, cell) => describeCell(words, params, cell),
  };
}
