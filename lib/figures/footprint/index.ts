import { defineFigure } from '../figure.ts';
import { cellAt } from '../kit/placed.ts';
import { draw, placed, sizeOf } from './draw.ts';
import { describeCell, grids, linked } from './links.ts';
import { acts, describe, parameters } from './model.ts';

const plain = { kernel: 3, after: 'spd-3', halvings: 3 } as const;

/** How many paths lead from each pixel through a stack of halvings: strided against space-to-depth. */
export const footprint = defineFigure({
  name: 'footprint',
  title: 'The footprint of a stack',
  parameters,
  presets: [
    { label: '3×3, one halving', values: { ...plain, halvings: 1 } },
    { label: '3×3, three', values: plain },
    { label: '3×3, five', values: { ...plain, halvings: 5 } },
    { label: '6×6, three', values: { ...plain, kernel: 6 } },
    { label: '7×7, three', values: { ...plain, kernel: 7 } },
    { label: 'As published', values: { ...plain, after: 'published' } },
  ],
  size: (_, context) => sizeOf(context),
  stops: (params) => acts(params).stops,
  seconds: (params) => acts(params).seconds,
  poster: () => 1,
  draw,
  describe,
  grids,
  cellAt: (params, _, context, x, y) => cellAt(placed(params, context), x, y),
  linked,
  describeCell,
  code: async (params) => (await import('./code.ts')).code(params),
});
