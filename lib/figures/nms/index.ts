import { defineFigure } from '../figure.ts';
import { draw, layout } from './draw.ts';
import { describeCell, grids, linked } from './links.ts';
import { acts, describe, modelOf, parameters } from './model.ts';

const plain = { perCar: 4, seed: 15 } as const;

/** Many boxes for two cars: which stay, which give way, and when a car is lost. */
export const nms = defineFigure({
  name: 'nms',
  title: 'Which boxes stay?',
  parameters,
  presets: [
    { label: 'Two cars', values: { ...plain, threshold: 0.6, distance: 10 } },
    { label: 'Low threshold', values: { ...plain, threshold: 0.3, distance: 7 } },
    { label: 'High threshold', values: { ...plain, threshold: 0.9, distance: 10 } },
    { label: 'Far apart', values: { ...plain, threshold: 0.3, distance: 20 } },
  ],
  size: (params, context) => {
    const { width, height } = layout(params, context);
    return { width, height };
  },
  stops: (params) => acts(modelOf(params)).stops,
  seconds: (params) => acts(modelOf(params)).seconds,
  poster: () => 1,
  draw,
  describe,
  grids,
  linked: (params, cell) => linked(modelOf(params), cell),
  describeCell,
  code: async (params) => (await import('./code.ts')).code(params),
});
