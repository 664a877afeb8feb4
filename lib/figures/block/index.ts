import { defineFigure } from '../figure.ts';
import { lateCells } from '../kit/late-cells.ts';
import { labelled } from '../kit/settings.ts';
import { stopsOf } from '../kit/timeline.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { acts, constrain, describe, modelOf, parameters } from './model.ts';
import type { BlockWords } from './words.ts';

/** X goes into the depth, a convolution without a stride takes the depth up, and both are paid for. */
export const block = (words: BlockWords) =>
  defineFigure({
    name: 'block',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    presets: [
      {
        label: words.presets[0],
        values: { block: 2, kernel: 3, inputs: 16, outputs: 32, size: 8 },
      },
      {
        label: words.presets[1],
        values: { block: 2, kernel: 1, inputs: 16, outputs: 32, size: 8 },
      },
      {
        label: words.presets[2],
        values: { block: 2, kernel: 3, inputs: 16, outputs: 64, size: 8 },
      },
      { label: words.presets[3], values: { block: 3, kernel: 3, inputs: 8, outputs: 24, size: 9 } },
    ],
    constrain: (values) => constrain(words, values),
    size: (params, context) => {
      const { width, height } = layout(modelOf(params), context);
      return { width, height };
    },
    stops: (params) => stopsOf(acts(modelOf(params)), (act) => words.stops[act]),
    seconds: (params) => acts(modelOf(params)).seconds,
    poster: () => 1,
    draw: (...given) => draw(words, ...given),
    describe: (params, t) => describe(words, params, t),
    cells: lateCells(words, () => import('./links.ts')),
    code: async (params) => (await import('./code.ts')).code(params),
  });
