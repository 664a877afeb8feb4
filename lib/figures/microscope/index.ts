import { defineFigure } from '../figure.ts';
import { lateCells } from '../kit/late-cells.ts';
import { labelled } from '../kit/settings.ts';
import { stopsOf } from '../kit/timeline.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { acts, describe, SIDE } from './model.ts';
import { parameters } from './parameters.ts';
import type { MicroscopeWords } from './words.ts';

const car = { scene: 0, length: 8, offset: 4, paint: 'red' } as const;

/** What six ways to halve a picture leave of a small car, one to five times over. */
export const microscope = (words: MicroscopeWords) =>
  defineFigure({
    name: 'microscope',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    presets: [
      { label: words.presets[0], values: car },
      { label: words.presets[1], values: { ...car, offset: 0 } },
      { label: words.presets[2], values: { ...car, paint: 'dark' } },
      { label: words.presets[3], values: { ...car, length: 24 } },
      { label: words.presets[4], values: { scene: 3 } },
    ],
    size: (_, context) => {
      const { width, height } = layout(context);
      return { width, height };
    },
    stops: () => stopsOf(acts, (act) => words.halvings(Number(act))),
    seconds: () => acts.seconds,
    poster: () => acts.end('3'),
    draw: (...given) => draw(words, ...given),
    describe: (params, t, own) => describe(words, params, t, own),
    cells: lateCells(words, () => import('./links.ts')),
    takesPicture: true,
    pictureFor: async ({ scene }) => {
      if (scene === 0) return undefined;
      const { scenes } = await import('../../scenes/client.ts');
      return scenes().render({ seed: scene, resolution: SIDE });
    },
    code: async (params) => (await import('./code.ts')).code(params),
  });
