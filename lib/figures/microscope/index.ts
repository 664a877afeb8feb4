import { defineFigure } from '../figure.ts';
import { cellAt } from '../kit/placed.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { describeCell, grids, linked, placed } from './links.ts';
import { acts, describe, parameters, SIDE } from './model.ts';

const car = { scene: 0, length: 8, offset: 4, paint: 'red' } as const;

/** What six ways to halve a picture leave of a small car, one to five times over. */
export const microscope = defineFigure({
  name: 'microscope',
  title: 'The downsampling microscope',
  parameters,
  presets: [
    { label: 'A car of 8 pixels', values: car },
    { label: 'Moved by 4 pixels', values: { ...car, offset: 0 } },
    { label: 'Dark paint', values: { ...car, paint: 'dark' } },
    { label: 'A car of 24 pixels', values: { ...car, length: 24 } },
    { label: 'A whole scene', values: { scene: 3 } },
  ],
  size: (_, context) => {
    const { width, height } = layout(context);
    return { width, height };
  },
  stops: () => acts.stops,
  seconds: () => acts.seconds,
  poster: () => acts.end('3'),
  draw,
  describe,
  grids,
  cellAt: (params, t, context, x, y) => cellAt(placed(params, t, context), x, y),
  linked,
  describeCell,
  takesPicture: true,
  pictureFor: async ({ scene }) => {
    if (scene === 0) return undefined;
    const { generateScene } = await import('../../scenes/index.ts');
    return generateScene({ seed: scene, resolution: SIDE });
  },
  code: async (params) => (await import('./code.ts')).code(params),
});
