import { defineFigure } from '../figure.ts';
import { lateCells } from '../kit/late-cells.ts';
import { labelled } from '../kit/settings.ts';
import { stopsOf } from '../kit/timeline.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { acts, constrain, describe, modelOf, parameters } from './model.ts';
import type { SubMapsWords } from './words.ts';

/** Rows dealt out to sub-maps by the paper's slices and by its sentence, which differ for block sizes above 2. */
export const subMaps = (words: SubMapsWords) =>
  defineFigure({
    name: 'sub-maps',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    presets: [
      { label: words.presets[0], values: { block: 2, size: 8 } },
      { label: words.presets[1], values: { block: 3, size: 9 } },
      { label: words.presets[2], values: { block: 4, size: 8 } },
    ],
    constrain: (values) => constrain(words, values),
    size: (params, context) => {
      const { width, height } = layout(modelOf(params), context);
      return { width, height };
    },
    stops: () => stopsOf(acts(), (act) => words.stops[act]),
    seconds: () => acts().seconds,
    poster: () => 1,
    draw: (...given) => draw(words, ...given),
    describe: (params, t) => describe(words, params, t),
    cells: lateCells(words, () => import('./links.ts')),
    code: async (params) => (await import('./code.ts')).code(params),
  });
