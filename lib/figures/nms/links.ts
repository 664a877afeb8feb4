import { cellKey, type Grid, parseCell } from '../figure.ts';
import type { Model, Params } from './model.ts';
import { modelOf } from './model.ts';

/** The boxes, one below the other, best first. */
export function grids({ perCar }: Params): Grid[] {
  return [{ id: 'boxes', label: 'Boxes, best first', rows: 2 * perCar, columns: 1 }];
}

/** A box that stays, with those that give way to it. */
export function linked({ verdicts }: Model, cell: string): string[] {
  const { row } = parseCell(cell);
  const { by } = verdicts[row];
  const others = by === undefined ? verdicts.flatMap((v, i) => (v.by === row ? [i] : [])) : [by];
  return others.map((i) => cellKey('boxes', i, 0));
}

export function describeCell(params: Params, cell: string): string {
  const { row } = parseCell(cell);
  const { detection, by, overlap } = modelOf(params).verdicts[row];
  const what = `Box ${row + 1}, score ${detection.score.toFixed(2)}`;
  return by === undefined
    ? `${what}, stays. With a better box that stays it has at most IoU ${overlap.toFixed(2)}.`
    : `${what}, has IoU ${overlap.toFixed(2)} with box ${by + 1} and gives way.`;
}
