import type { Context, LayoutName, Size } from '../figure.ts';
import type { Params } from './parameters.ts';

export interface Square {
  x: number;
  y: number;
  side: number;
}

export interface Layout extends Size {
  picture: Square;
  maps: Square;
  again: Square;
  missing: Square;
  bars: { x: number; y: number; scale: number; step: number };
}

const WIDE: Layout = {
  width: 760,
  height: 376,
  picture: { x: 8, y: 30, side: 168 },
  maps: { x: 200, y: 30, side: 168 },
  again: { x: 392, y: 30, side: 168 },
  missing: { x: 584, y: 30, side: 168 },
  bars: { x: 200, y: 240, scale: 370 / 384, step: 28 },
};

const NARROW: Layout = {
  width: 360,
  height: 582,
  picture: { x: 6, y: 26, side: 160 },
  maps: { x: 190, y: 26, side: 160 },
  again: { x: 6, y: 220, side: 160 },
  missing: { x: 190, y: 220, side: 160 },
  bars: { x: 6, y: 424, scale: 240 / 384, step: 33 },
};

const PROJECTOR: Layout = {
  width: 832,
  height: 394,
  picture: { x: 8, y: 32, side: 176 },
  maps: { x: 216, y: 32, side: 176 },
  again: { x: 424, y: 32, side: 176 },
  missing: { x: 632, y: 32, side: 176 },
  bars: { x: 216, y: 238, scale: 370 / 384, step: 31 },
};

const LAYOUTS: Record<LayoutName, Layout> = { wide: WIDE, narrow: NARROW, projector: PROJECTOR };

/** Where nothing is rounded there is no error that could grow: no condition number, and no row for it. */
export const hasCondition = ({ precision }: Pick<Params, 'precision'>) => precision !== 'exact';

export function layout(params: Pick<Params, 'precision'>, context: Context): Layout {
  const whole = LAYOUTS[context.layout];
  if (hasCondition(params)) return whole;
  // The words of the row before it reach lower than its own.
  return { ...whole, height: whole.height - whole.bars.step + 6 };
}

/** Place i of n tiles in a square. */
export function tile({ x, y, side }: Square, i: number, n: number): Square {
  const across = n === 1 ? 1 : n <= 4 ? 2 : 3;
  const gap = 6;
  const small = (side - gap * (across - 1)) / across;
  return {
    x: x + (i % across) * (small + gap),
    y: y + Math.floor(i / across) * (small + gap),
    side: small,
  };
}
