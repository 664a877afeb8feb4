import {
  type Cells,
  type Context,
  cellKey,
  type Grid,
  type PlacedGrid,
  parseCell,
} from '../figure.ts';
import { thousands } from '../kit/numbers.ts';
import { cellAt } from '../kit/placed.ts';
import { SIZES } from './layout.ts';
import { meanOf, modelOf, type Params, stackNames } from './model.ts';
import type { FootprintCellWords, FootprintWords } from './words.ts';

type Words = FootprintWords & FootprintCellWords;

function grids(words: Words, params: Params): Grid[] {
  const { window } = modelOf(params);
  const { strided, spd } = stackNames(words, params);
  return [
    { id: 'strided', label: strided.name, rows: window, columns: window },
    { id: 'spd', label: spd.name, rows: window, columns: window },
  ];
}

/** The maps as grids of cells. */
function placed(words: Words, params: Params, context: Context): PlacedGrid[] {
  const { map, top, lefts } = SIZES[context.layout];
  return grids(words, params).map((grid, i) => ({
    ...grid,
    x: lefts[i],
    y: top,
    width: map,
    height: map,
  }));
}

/** The same pixel in the other stack. */
function linked(_: Params, cell: string): string[] {
  const { grid, row, column } = parseCell(cell);
  return [cellKey(grid === 'strided' ? 'spd' : 'strided', row, column)];
}

function describeCell(words: Words, params: Params, cell: string): string {
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

export function cells(words: Words): Cells<Params> {
  return {
    grids: (params) => grids(words, params),
    placed: (params, _, context) => placed(words, params, context),
    cellAt: (params, _, context, x, y) => cellAt(placed(words, params, context), x, y),
    linked,
    describe: (params, cell) => describeCell(words, params, cell),
  };
}
