import type { Context, Size } from '../figure.ts';
import type { Params } from './model.ts';

export interface Layout extends Size {
  picture: { x: number; y: number; side: number };
  list: { x: number; y: number; width: number; row: number };
  outcome: { x: number; y: number };
}

export function layout({ perCar }: Params, context: Context): Layout {
  const narrow = context.layout === 'narrow';
  const rows = 2 * perCar;
  if (narrow) {
    const list = { x: 4, y: 376, width: 352, row: 28 };
    const bottom = list.y + rows * list.row + 26;
    return {
      ...{ width: 360, height: bottom + 10, list, outcome: { x: 4, y: bottom } },
      picture: { x: 20, y: 8, side: 320 },
    };
  }
  const list = { x: 420, y: 44, width: 336, row: 31 };
  const bottom = list.y + rows * list.row + 22;
  return {
    ...{
      width: context.layout === 'projector' ? 800 : 760,
      height: Math.max(bottom, 388) + 10,
      list,
      outcome: { x: 420, y: bottom },
    },
    picture: { x: 4, y: 8, side: 380 },
  };
}
