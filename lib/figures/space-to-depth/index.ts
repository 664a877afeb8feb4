import { defineFigure } from '../figure.ts';
import { lateCells } from '../kit/late-cells.ts';
import { sceneCrop } from '../kit/scene-crop.ts';
import { labelled } from '../kit/settings.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { acts, constrain, describe, parameters, stops } from './model.ts';
import type { SpaceToDepthWords } from './words.ts';

/** The pixels of a picture fly to their sub-maps, stack as channels, and come back. */
export const spaceToDepth = (words: SpaceToDepthWords) =>
  defineFigure({
    name: 'space-to-depth',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    constrain: (values) => constrain(words, values),
    size: (params, context) => {
      const { width, height } = layout(params, context);
      return { width, height };
    },
    stops: (params) => stops(words, params),
    seconds: () => acts().seconds,
    poster: () => acts().end('split'),
    draw: (...given) => draw(words, ...given),
    describe: (params, t) => describe(words, params, t),
    takesPicture: true,
    pictureFor: async ({ scene }) => (scene > 0 ? sceneCrop(scene) : undefined),
    cells: lateCells(words, () => import('./links.ts')),
    code: async (params) => (await import('./code.ts')).code(params),
  });
