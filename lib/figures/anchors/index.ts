import { defineFigure } from '../figure.ts';
import { draw } from './draw.ts';
import { grip } from './grip.ts';
import { layout } from './layout.ts';
import { describeCell, grids, linked } from './links.ts';
import { acts, describe, parameters } from './model.ts';

/** An object is laid over three grids: which cells and which anchors are asked for it in training. */
export const anchors = defineFigure({
  name: 'anchors',
  title: 'Who answers for this object?',
  parameters,
  presets: [
    { label: 'A car', values: { x: 42, y: 54, width: 14, height: 7, ratio: 4 } },
    { label: 'A very small thing', values: { x: 42, y: 54, width: 3, height: 2, ratio: 4 } },
    { label: 'A long bus', values: { x: 70, y: 54, width: 44, height: 7, ratio: 4 } },
    { label: 'Large', values: { x: 60, y: 66, width: 60, height: 50, ratio: 4 } },
    { label: 'On a corner of cells', values: { x: 64, y: 64, width: 14, height: 12, ratio: 4 } },
  ],
  size: (_, context) => {
    const { width, height } = layout(context);
    return { width, height };
  },
  stops: () => acts().stops,
  seconds: () => acts().seconds,
  poster: () => 1,
  draw,
  describe,
  grids: () => grids(),
  linked: (_, cell) => linked(cell),
  describeCell,
  grip,
  code: async (params) => (await import('./code.ts')).code(params),
});
