import { defineFigure } from '../figure.ts';
import { lateCells } from '../kit/late-cells.ts';
import { labelled } from '../kit/settings.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { acts, describe, modelOf, stops } from './model.ts';
import { parameters } from './parameters.ts';
import type { NmsWords } from './words.ts';

const plain = { perCar: 4, seed: 15 } as const;

/** Many boxes for two cars: which stay, which give way, and when a car is lost. */
export const nms = (words: NmsWords) =>
  defineFigure({
    name: 'nms',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    presets: [
      { label: words.presets[0], values: { ...plain, threshold: 0.6, distance: 10 } },
      { label: words.presets[1], values: { ...plain, threshold: 0.3, distance: 7 } },
      { label: words.presets[2], values: { ...plain, threshold: 0.9, distance: 10 } },
      { label: words.presets[3], values: { ...plain, threshold: 0.3, distance: 20 } },
    ],
    size: (params, context) => {
      const { width, height } = layout(params, context);
      return { width, height };
    },
    stops: (params) => stops(words, modelOf(params)),
    seconds: (params) => acts(modelOf(params)).seconds,
    poster: () => 1,
    draw: (...given) => draw(words, ...given),
    describe: (params, t) => describe(words, params, t),
    cells: lateCells(words, () => import('./links.ts')),
    code: async (params) => (await import('./code.ts')).code(params),
  });
