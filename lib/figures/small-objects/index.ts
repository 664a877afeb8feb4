import { defineFigure } from '../figure.ts';
import { layout } from './arrange.ts';
import { draw } from './draw.ts';
import { METHODS } from './methods.ts';
import { acts, describe, parameters } from './model.ts';

/** Seven answers to small objects, each made from the one before. */
export const smallObjects = defineFigure({
  name: 'small-objects',
  title: 'What people do for small objects',
  parameters,
  size: (_, context) => {
    const { width, height } = layout(context);
    return { width, height };
  },
  stops: () => acts().stops,
  seconds: () => acts().seconds,
  // The one that YOLOv5 uses.
  poster: () => acts().end(METHODS.find(({ name }) => name === 'PANet')?.name ?? METHODS[1].name),
  draw,
  describe,
});
