import { defineFigure } from '../figure.ts';
import { lateCells } from '../kit/late-cells.ts';
import { heedWeights } from '../kit/own-weights.ts';
import { sceneCrop } from '../kit/scene-crop.ts';
import { labelled } from '../kit/settings.ts';
import { stopsOf } from '../kit/timeline.ts';
import { describe } from './describe.ts';
import { draw, sizeOf } from './draw.ts';
import { acts, HALF, NUMBERS } from './model.ts';
import { parameters } from './parameters.ts';
import type { RebuildWords } from './words.ts';

/** What can be rebuilt of a picture from what a halving layer writes: its rank, and the least-squares picture. */
export const rebuild = (words: RebuildWords) =>
  defineFigure({
    name: 'rebuild',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    presets: [
      { label: words.presets[0], values: { via: 'spd', kernel: 1, channels: 2 } },
      { label: words.presets[1], values: { via: 'spd', kernel: 1, channels: 4 } },
      { label: words.presets[2], values: { via: 'strided', kernel: 3, channels: 1 } },
      { label: words.presets[3], values: { via: 'strided', kernel: 3, channels: 4 } },
      { label: words.presets[4], values: { via: 'strided', kernel: 1, channels: 4 } },
      {
        label: words.presets[5],
        values: { via: 'strided', kernel: 3, channels: 4, precision: 'float16', draw: 2 },
      },
      {
        label: words.presets[6],
        values: { via: 'spd', kernel: 1, channels: 4, precision: 'float16', draw: 2 },
      },
    ],
    constrain: (params) => heedWeights(params, words.noWeights),
    size: sizeOf,
    stops: (params) => {
      const { spd, conv, rebuild, error } = words.stops;
      const said = { spd: spd(NUMBERS), conv: conv(HALF * HALF * params.channels), rebuild, error };
      return stopsOf(acts(params), (act) => said[act]);
    },
    seconds: (params) => acts(params).seconds,
    poster: () => 1,
    draw: (...given) => draw(words, ...given),
    describe: (params, t, own) => describe(words, params, t, own),
    cells: lateCells(words, () => import('./links.ts')),
    takesPicture: true,
    pictureFor: async ({ scene }) => (scene > 0 ? sceneCrop(scene) : undefined),
    code: async (params) => (await import('./code.ts')).code(params),
  });
