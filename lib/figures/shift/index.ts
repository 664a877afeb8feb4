import { defineFigure } from '../figure.ts';
import { lateCells } from '../kit/late-cells.ts';
import { labelled } from '../kit/settings.ts';
import { stopsOf } from '../kit/timeline.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { acts, describe } from './model.ts';
import { parameters } from './parameters.ts';
import type { ShiftWords } from './words.ts';

/** A small car moves to the right by fractions of a pixel: how strongly it then shows in each kind of halved map. */
export const shift = (words: ShiftWords) =>
  defineFigure({
    name: 'shift',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    presets: [
      { label: words.presets[0], values: { halvings: 1, length: 3, paint: 'red' } },
      { label: words.presets[1], values: { halvings: 2, length: 4, paint: 'red' } },
      { label: words.presets[2], values: { halvings: 1, length: 2, paint: 'red' } },
    ],
    size: (_, context) => {
      const { width, height } = layout(context);
      return { width, height };
    },
    stops: () => stopsOf(acts, (act) => words.stops[act]),
    seconds: () => acts.seconds,
    poster: () => acts.end('one'),
    draw: (...given) => draw(words, ...given),
    describe: (params, t) => describe(words, params, t),
    cells: lateCells(words, () => import('./links.ts')),
    code: async (params) => (await import('./code.ts')).code(params),
  });
