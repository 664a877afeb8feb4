import { defineFigure } from '../figure.ts';
import { lateCells } from '../kit/late-cells.ts';
import { heedText } from '../kit/own-numbers.ts';
import { labelled } from '../kit/settings.ts';
import { stopsOf } from '../kit/timeline.ts';
import { draw } from './draw.ts';
import { sizeOf } from './layout.ts';
import { acts, describe } from './model.ts';
import { readStacks } from './own.ts';
import { parameters } from './parameters.ts';
import type { FootprintWords } from './words.ts';

const plain = { kernel: 3, after: 'spd-3', halvings: 3 } as const;

/** How many paths lead from each pixel through a stack of halvings: strided against space-to-depth. */
export const footprint = (words: FootprintWords) =>
  defineFigure({
    name: 'footprint',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    presets: [
      { label: words.presets[0], values: { ...plain, halvings: 1 } },
      { label: words.presets[1], values: plain },
      { label: words.presets[2], values: { ...plain, halvings: 5 } },
      { label: words.presets[3], values: { ...plain, kernel: 6 } },
      { label: words.presets[4], values: { ...plain, kernel: 7 } },
      { label: words.presets[5], values: { ...plain, after: 'published' } },
    ],
    constrain: (params) => heedText(params, 'maps', readStacks, words.noMaps),
    size: (_, context) => sizeOf(context),
    stops: (params) => stopsOf(acts(params), (act) => words.halvings(Number(act))),
    seconds: (params) => acts(params).seconds,
    poster: () => 1,
    draw: (...given) => draw(words, ...given),
    describe: (params, t) => describe(words, params, t),
    cells: lateCells(words, () => import('./links.ts')),
    code: async (params) => (await import('./code.ts')).code(params),
  });
