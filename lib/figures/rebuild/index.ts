import { defineFigure } from '../figure.ts';
import { cellAt } from '../kit/placed.ts';
import { sceneCrop } from '../kit/scene-crop.ts';
import { draw, sizeOf } from './draw.ts';
import { describeCell, grids, linked, placed } from './links.ts';
import { acts, describe, parameters } from './model.ts';

/** What can be rebuilt of a picture from what a halving layer writes: its rank, and the least-squares picture. */
export const rebuild = defineFigure({
  name: 'rebuild',
  title: 'What can be rebuilt',
  parameters,
  presets: [
    { label: 'SPD + 1×1, two channels', values: { via: 'spd', kernel: 1, channels: 2 } },
    { label: 'SPD + 1×1, four', values: { via: 'spd', kernel: 1, channels: 4 } },
    { label: '3×3 / 2, one channel', values: { via: 'strided', kernel: 3, channels: 1 } },
    { label: '3×3 / 2, four', values: { via: 'strided', kernel: 3, channels: 4 } },
    { label: '1×1 / 2, four', values: { via: 'strided', kernel: 1, channels: 4 } },
  ],
  size: (_, context) => sizeOf(context),
  stops: (params) => acts(params).stops,
  seconds: (params) => acts(params).seconds,
  poster: () => 1,
  draw,
  describe,
  grids,
  cellAt: (params, t, context, x, y) => cellAt(placed(params, t, context), x, y),
  linked,
  describeCell,
  takesPicture: true,
  pictureFor: async ({ scene }) => (scene > 0 ? sceneCrop(scene) : undefined),
  code: async (params) => (await import('./code.ts')).code(params),
});
