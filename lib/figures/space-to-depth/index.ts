import { defineFigure } from '../figure.ts';
import { sceneCrop } from '../kit/scene-crop.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { describeCell, grids, linked } from './links.ts';
import { acts, constrain, describe, parameters } from './model.ts';

/** The pixels of a picture fly to their sub-maps, stack as channels, and come back. */
export const spaceToDepth = defineFigure({
  name: 'space-to-depth',
  title: 'Space-to-depth',
  parameters,
  constrain,
  size: (params, context) => {
    const { width, height } = layout(params, context);
    return { width, height };
  },
  stops: (params) => acts(params).stops,
  seconds: (params) => acts(params).seconds,
  poster: (params) => acts(params).end('split'),
  draw,
  describe,
  takesPicture: true,
  pictureFor: async ({ scene }) => (scene > 0 ? sceneCrop(scene) : undefined),
  grids,
  linked,
  describeCell,
  code: async (params) => (await import('./code.ts')).code(params),
});
