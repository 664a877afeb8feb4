import { defineFigure } from '../figure.ts';
import { lateCells } from '../kit/late-cells.ts';
import { labelled } from '../kit/settings.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { constrain, modelOf } from './model.ts';
import { parameters } from './parameters.ts';
import { acts, describe, stops } from './walk.ts';
import type { ReadsWords } from './words.ts';

const plain = { dilation: 1, block: 1, size: 8 } as const;

/** A window walks over a grid; every read counts up in the pixel. */
export const reads = (words: ReadsWords) =>
  defineFigure({
    name: 'reads',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    presets: [
      {
        label: words.presets[0],
        values: { ...plain, kernel: 3, stride: 2, padding: 'same-pytorch' },
      },
      {
        label: words.presets[1],
        values: { ...plain, size: 9, kernel: 3, stride: 3, padding: '0' },
      },
      { label: words.presets[2], values: { ...plain, kernel: 2, stride: 2, padding: '0' } },
      { label: words.presets[3], values: { ...plain, kernel: 6, stride: 2, padding: '2' } },
      {
        label: words.presets[4],
        values: { ...plain, block: 2, kernel: 3, stride: 1, padding: '1' },
      },
      { label: words.presets[5], values: { ...plain, kernel: 1, stride: 2, padding: '0' } },
    ],
    constrain: (values) => constrain(words, values),
    size: (params, context) => {
      const { width, height } = layout(modelOf(params), context);
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
