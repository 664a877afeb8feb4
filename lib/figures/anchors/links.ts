import { assign } from '../../detection/index.ts';
import { cellKey, type Grid, parseCell } from '../figure.ts';
import { assignments, fitting, LEVELS, objectOf, type Params } from './model.ts';

const idOf = (level: number) => LEVELS[level].name.toLowerCase();

export function grids(): Grid[] {
  return LEVELS.map(({ name, width, height, stride }, i) => ({
    id: idOf(i),
    label: `${name}, stride ${stride}`,
    rows: height,
    columns: width,
  }));
}

/** The cells of the other levels that look at the same pixels. */
export function linked(cell: string): string[] {
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

export function describeCell(params: Params, cell: string): string {
  const { grid, row, column } = parseCell(cell);
  const i = LEVELS.findIndex((_, k) => idOf(k) === grid);
  const level = LEVELS[i];
  const { stride } = level;
  const where = `${level.name}, row ${row}, column ${column}: pixels ${column * stride} to ${(column + 1) * stride - 1} across, ${row * stride} to ${(row + 1) * stride - 1} down.`;
  const assignment = assignments(params)[i];
  const answers = assignment.cells.find((c) => c.row === row && c.column === column);
  if (answers) {
    const role = answers.own ? 'the centre lies in it' : 'it is a neighbour near the centre';
    const n = fitting(assignment);
    return `${where} It answers with ${n} ${n === 1 ? 'anchor' : 'anchors'}: ${role}.`;
  }
  // With every anchor let in, would it?
  const any = assign(objectOf(params), level, Number.POSITIVE_INFINITY).cells;
  return any.some((c) => c.row === row && c.column === column)
    ? `${where} It is near enough, but no anchor of this level fits.`
    : `${where} It does not answer for this object.`;
}
