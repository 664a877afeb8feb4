import { cellKey, type Grid, parseCell } from '../figure.ts';
import { thousands } from '../kit/numbers.ts';
import { meanOf, modelOf, type Params, stackNames } from './model.ts';
import type { FootprintWords } from './words.ts';

export function grids(words: FootprintWords, params: Params): Grid[] {
  const { window } = modelOf(params);
  const { strided, spd } = stackNames(words, params);
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

export function describeCell(words: FootprintWords, params: Params, cell: string): string {
  const model = modelOf(params);
  const names = stackNames(words, params);
  const { halvings } = params;
  const { row, column } = parseCell(cell);
  const stacks = (['strided', 'spd'] as const).map((side) => {
    const { lines, planes, own } = model[side];
    const [plane, line] = [planes[halvings], lines[halvings]];
    const { name } = names[side];
    if (own) {
      const share = plane[row * model.window + column] / (meanOf(plane) || 1);
      return { name, paths: words.share(share.toFixed(2)) };
    }
    const [down, across] = [line[row], line[column]];
    return { name, paths: `${down} × ${across} = ${thousands(down * across)}` };
  });
  return words.cell(row, column, halvings, stacks);
}
