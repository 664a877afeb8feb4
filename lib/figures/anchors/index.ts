import { defineFigure } from '../figure.ts';
import { lateCells } from '../kit/late-cells.ts';
import { labelled } from '../kit/settings.ts';
import { stopsOf } from '../kit/timeline.ts';
import { draw } from './draw.ts';
import { grip } from './grip.ts';
import { layout } from './layout.ts';
import { acts, describe, parameters } from './model.ts';
import type { AnchorsWords } from './words.ts';

/** An object is laid over three grids: which cells and which anchors are asked for it in training. */
export const anchors = (words: AnchorsWords) =>
  defineFigure({
    name: 'anchors',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    presets: [
      { label: words.presets[0], values: { x: 42, y: 54, width: 14, height: 7, ratio: 4 } },
      { label: words.presets[1], values: { x: 42, y: 54, width: 3, height: 2, ratio: 4 } },
      { label: words.presets[2], values: { x: 70, y: 54, width: 44, height: 7, ratio: 4 } },
      { label: words.presets[3], values: { x: 60, y: 66, width: 60, height: 50, ratio: 4 } },
      { label: words.presets[4], values: { x: 64, y: 64, width: 14, height: 12, ratio: 4 } },
    ],
    size: (_, context) => {
      const { width, height } = layout(context);
      return { width, height };
    },
    stops: () => stopsOf(acts(), (act) => words.stops[act]),
    seconds: () => acts().seconds,
    poster: () => 1,
    draw: (...given) => draw(words, ...given),
    describe: (params, t) => describe(words, params, t),
    cells: lateCells(words, () => import('./links.ts')),
    grip,
    code: async (params) => (await import('./code.ts')).code(params),
  });
