import { defineFigure } from '../figure.ts';
import { lateCells } from '../kit/late-cells.ts';
import { labelled } from '../kit/settings.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { acts, describe, modelOf, stops } from './model.ts';
import { parameters } from './parameters.ts';
import type { FocusWords } from './words.ts';

/** The rearrangement of YOLOv5's stem spreads to every place where the network halves a map. */
export const focus = (words: FocusWords) =>
  defineFigure({
    name: 'focus',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    presets: [
      { label: words.presets[0], values: { stem: 'focus', width: 's', size: 640 } },
      { label: words.presets[1], values: { stem: 'conv', width: 's', size: 640 } },
    ],
    size: (params, context) => {
      const { width, height } = layout(modelOf(params), context);
      return { width, height };
    },
    stops: (params) => stops(words, modelOf(params)),
    seconds: (params) => acts(modelOf(params)).seconds,
    poster: (params) => acts(modelOf(params)).end('stem'),
    draw: (...given) => draw(words, ...given),
    describe: (params, t) => describe(words, params, t),
    cells: lateCells(words, () => import('./links.ts')),
    code: async (params) => (await import('./code.ts')).code(params, words.gates),
  });
