import { type Cells, cellKey, type Grid, parseCell } from '../figure.ts';
import type { Model, Params } from './model.ts';
import { modelOf } from './model.ts';
import type { NmsCellWords, NmsWords } from './words.ts';

type Words = NmsWords & NmsCellWords;

/** The boxes, one below the other, best first. */
function grids(words: Words, { perCar }: Params): Grid[] {
  return [{ id: 'boxes', label: words.grid, rows: 2 * perCar, columns: 1 }];
}

/** A box that stays, with those that give way to it. */
function linked({ verdicts }: Model, cell: string): string[] {
  const { row } = parseCell(cell);
  const { by } = verdicts[row];
  const others = by === undefined ? verdicts.flatMap((v, i) => (v.by === row ? [i] : [])) : [by];
  return others.map((i) => cellKey('boxes', i, 0));
}

function describeCell(words: Words, params: Params, cell: string): string {
  const { row } = parseCell(cell);
  const { detection, by, overlap } = modelOf(params).verdicts[row];
  const [score, iou] = [detection.score.toFixed(2), overlap.toFixed(2)];
  return by === undefined
    ? words.cellStays(row + 1, score, iou)
    : words.cellGivesWay(row + 1, score, iou, by + 1);
}

export function cells(words: Words): Cells<Params> {
  return {
    grids: (params) => grids(words, params),
    linked: (params, cell) => linked(modelOf(params), cell),
    describe: (params, cell) => describeCell(words, params, cell),
  };
}
