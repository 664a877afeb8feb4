import {
  type Cells,
  type Context,
  cellKey,
  type Grid,
  type PlacedGrid,
  parseCell,
} from '../figure.ts';
import { layout } from './layout.ts';
import { type Model, modelOf, type Params } from './model.ts';
import type { ReadsCellWords, ReadsWords } from './words.ts';

type Words = ReadsWords & ReadsCellWords;

function grids({ grids: labels }: Words, params: Params): Grid[] {
  const { size, placed } = modelOf(params);
  return [
    { id: 'x', label: labels.x, rows: size, columns: size },
    { id: 'y', label: labels.y, rows: placed.outputs, columns: placed.outputs },
  ];
}

/** The grids with their places in the drawing. */
function placed(words: Words, params: Params, context: Context): PlacedGrid[] {
  const { input, output } = layout(modelOf(params), context);
  return grids(words, params).map((grid) => {
    const { x, y, cell } = grid.id === 'x' ? input : output;
    return { ...grid, x, y, width: grid.columns * cell, height: grid.rows * cell };
  });
}

/** The windows along one axis that read pixel p. */
function readers(model: Model, p: number): number[] {
  const all = Array.from({ length: model.placed.outputs }, (_, i) => i);
  return all.filter((i) => model.footprint(i).includes(p));
}

/** A pixel's readers among the outputs, or an output's pixels. */
function linked(params: Params, cell: string): string[] {
  const model = modelOf(params);
  const { grid, row, column } = parseCell(cell);
  const toOutput = grid === 'x';
  const along = (p: number) =>
    toOutput ? readers(model, p) : model.footprint(p).filter((q) => q >= 0 && q < model.size);
  const columns = along(column);
  return along(row).flatMap((y) => columns.map((x) => cellKey(toOutput ? 'y' : 'x', y, x)));
}

function describeCell({ cell: said }: Words, params: Params, cell: string): string {
  const { grid, row, column } = parseCell(cell);
  const count = linked(params, cell).length;
  return grid === 'x' ? said.pixel(row, column, count) : said.output(row, column, count);
}

export function cells(words: Words): Cells<Params> {
  return {
    grids: (params) => grids(words, params),
    placed: (params, _, context) => placed(words, params, context),
    linked,
    describe: (params, cell) => describeCell(words, params, cell),
  };
}
