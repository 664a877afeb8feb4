import { defineFigure } from '../figure.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { describeCell, grids, linked } from './links.ts';
import { acts, constrain, describe, modelOf, parameters } from './model.ts';

/** Rows dealt out to sub-maps by the paper's slices and by its sentence, which differ for block sizes above 2. */
export const subMaps = defineFigure({
  name: 'sub-maps',
  title: 'Which rows does a sub-map take?',
  parameters,
  presets: [
    { label: 's = 2', values: { block: 2, size: 8 } },
    { label: 's = 3', values: { block: 3, size: 9 } },
    { label: 's = 4', values: { block: 4, size: 8 } },
  ],
  constrain,
  size: (params, context) => {
    const { width, height } = layout(modelOf(params), context);
    return { width, height };
  },
  stops: () => acts().stops,
  seconds: () => acts().seconds,
  poster: () => 1,
  draw,
  describe,
  grids,
  linked,
  describeCell,
  code: async (params) => (await import('./code.ts')).code(params),
});
