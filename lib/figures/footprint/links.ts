import { cellKey, type Grid, parseCell } from '../figure.ts';
import { thousands } from '../kit/numbers.ts';
import { modelOf, type Params } from './model.ts';

export function grids(params: Params): Grid[] {
  const { window, strided, spd } = modelOf(params);
  return [
    { id: 'strided', label: strided.name, rows: window, columns: window },
    { id: 'spd', label: spd.name, rows: window, columns: window },
  ];
}

/** The same pixel in the other stack. */
export function linked(_: Params, cell: string): string[] {
  const { grid, row, column } = parseCell(cell);
  return [cellKey(grid === 'strided' ? 'spd' : 'strided', row, column)];
}

export function describeCell(params: Params, cell: string): string {
  const { strided, spd } = modelOf(params);
  const { halvings } = params;
  const { row, column } = parseCell(cell);
  const product = ({ name, lines }: typeof strided) => {
    const [down, across] = [lines[halvings][row], lines[halvings][column]];
    return `${name}: ${down} × ${across} = ${thousands(down * across)}`;
  };
  return `Paths from the pixel in row ${row}, column ${column} to the outputs, after ${halvings === 1 ? '1 halving' : `${halvings} halvings`}. ${product(strided)}; ${product(spd)}.`;
}
