import { defineFigure } from '../figure.ts';
import { cellAt } from '../kit/placed.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { describeCell, grids, linked, placed } from './links.ts';
import { acts, describe, parameters } from './model.ts';

/** A small car moves to the right by fractions of a pixel: how strongly it then shows in each kind of halved map. */
export const shift = defineFigure({
  name: 'shift',
  title: 'One pixel to the right',
  parameters,
  presets: [
    { label: 'One halving', values: { halvings: 1, length: 3, paint: 'red' } },
    { label: 'Two halvings', values: { halvings: 2, length: 4, paint: 'red' } },
    { label: 'Two pixels long', values: { halvings: 1, length: 2, paint: 'red' } },
  ],
  size: (_, context) => {
    const { width, height } = layout(context);
    return { width, height };
  },
  stops: () => acts.stops,
  seconds: () => acts.seconds,
  poster: () => acts.end('one'),
  draw,
  describe,
  grids,
  cellAt: (params, _, context, x, y) => cellAt(placed(params, context), x, y),
  linked,
  describeCell,
  code: async (params) => (await import('./code.ts')).code(params),
});
