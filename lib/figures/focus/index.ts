import { defineFigure } from '../figure.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { describeCell, grids, linked } from './links.ts';
import { acts, describe, modelOf, parameters } from './model.ts';

/** The rearrangement of YOLOv5's stem spreads to every place where the network halves a map. */
export const focus = defineFigure({
  name: 'focus',
  title: 'Focus, and everywhere',
  parameters,
  presets: [
    { label: 'from Focus', values: { stem: 'focus', width: 's', size: 640 } },
    { label: 'from 6×6/2', values: { stem: 'conv', width: 's', size: 640 } },
  ],
  size: (params, context) => {
    const { width, height } = layout(modelOf(params), context);
    return { width, height };
  },
  stops: (params) => acts(modelOf(params)).stops,
  seconds: (params) => acts(modelOf(params)).seconds,
  poster: (params) => acts(modelOf(params)).end('stem'),
  draw,
  describe,
  grids,
  linked,
  describeCell,
  code: async (params) => (await import('./code.ts')).code(params),
});
