import { defineFigure } from '../figure.ts';
import { labelled } from '../kit/settings.ts';
import { stopsOf } from '../kit/timeline.ts';
import { layout } from './arrange.ts';
import { draw } from './draw.ts';
import { acts, describe } from './model.ts';
import { parameters } from './parameters.ts';
import type { SmallObjectsWords } from './words.ts';

/** Seven answers to small objects, each made from the one before. */
export const smallObjects = (words: SmallObjectsWords) =>
  defineFigure({
    name: 'small-objects',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    size: (_, context) => {
      const { width, height } = layout(context);
      return { width, height };
    },
    stops: () => stopsOf(acts(), (method) => words.methods[method].name),
    seconds: () => acts().seconds,
    // The one that YOLOv5 uses.
    poster: () => acts().end('PANet'),
    draw: (...given) => draw(words, ...given),
    describe: (params, t) => describe(words, params, t),
  });
