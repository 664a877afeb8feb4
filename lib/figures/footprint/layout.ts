import type { Context, Size } from '../figure.ts';

/** All layouts, px. */
export const SIZES = {
  wide: { width: 760, height: 524, map: 330, top: 108, bars: 68, lefts: [8, 414] },
  projector: { width: 832, height: 394, map: 262, top: 84, bars: 50, lefts: [8, 424] },
  narrow: { width: 360, height: 390, map: 168, top: 86, bars: 50, lefts: [4, 188] },
};

/** The viewBox, px. */
export function sizeOf(context: Context): Size {
  const { width, height } = SIZES[context.layout];
  return { width, height };
}
