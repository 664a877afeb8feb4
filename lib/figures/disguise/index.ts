import { defineFigure } from '../figure.ts';
import { lateCells } from '../kit/late-cells.ts';
import { labelled } from '../kit/settings.ts';
import { stopsOf } from '../kit/timeline.ts';
import { describe } from './describe.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { acts, constrain, modelOf } from './model.ts';
import { parameters } from './parameters.ts';
import type { DisguiseWords } from './words.ts';

/** The weights of a convolution after space-to-depth become a strided kernel, or the other way round. */
export const disguise = (words: DisguiseWords) =>
  defineFigure({
    name: 'disguise',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    presets: [
      { label: words.presets[0], values: { given: 'spd', block: 2, kernel: 3 } },
      { label: words.presets[1], values: { given: 'spd', block: 2, kernel: 1 } },
      { label: words.presets[2], values: { given: 'spd', block: 3, kernel: 2 } },
      { label: words.presets[3], values: { given: 'strided', block: 2, kernel: 3 } },
      { label: words.presets[4], values: { given: 'strided', block: 2, kernel: 7 } },
      { label: words.presets[5], values: { given: 'strided', block: 2, kernel: 1 } },
    ],
    constrain: (params) => constrain(words, params),
    size: (params, context) => {
      const { width, height } = layout(modelOf(params), context);
      return { width, height };
    },
    stops: (params) => {
      const { fill, first, rest, equal } = words.stops;
      const said = { fill, first, rest: rest(params.block ** 2), equal };
      return stopsOf(acts(modelOf(params)), (act) => said[act]);
    },
    seconds: (params) => acts(modelOf(params)).seconds,
    poster: () => 1,
    draw: (...given) => draw(words, ...given),
    describe: (params, t) => describe(words, params, t),
    cells: lateCells(words, () => import('./links.ts')),
    code: async (params) => (await import('./code.ts')).code(params),
  });
