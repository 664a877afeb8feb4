import { defineFigure } from '../figure.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { describeCell, grids, linked } from './links.ts';
import { constrain, modelOf, parameters } from './model.ts';
import { acts, describe } from './walk.ts';

const plain = { dilation: 1, block: 1, size: 8 } as const;

/** A window walks over a grid; every read counts up in the pixel. */
export const reads = defineFigure({
  name: 'reads',
  title: 'Who reads each pixel?',
  parameters,
  presets: [
    { label: '3×3 / 2', values: { ...plain, kernel: 3, stride: 2, padding: 'same-pytorch' } },
    { label: '3×3 / 3', values: { ...plain, size: 9, kernel: 3, stride: 3, padding: '0' } },
    { label: '2×2 / 2', values: { ...plain, kernel: 2, stride: 2, padding: '0' } },
    { label: '6×6 / 2', values: { ...plain, kernel: 6, stride: 2, padding: '2' } },
    { label: 'SPD + 3×3', values: { ...plain, block: 2, kernel: 3, stride: 1, padding: '1' } },
    { label: '1×1 / 2', values: { ...plain, kernel: 1, stride: 2, padding: '0' } },
  ],
  constrain,
  size: (params, context) => {
    const { width, height } = layout(modelOf(params), context);
    return { width, height };
  },
  stops: (params) => acts(modelOf(params)).stops,
  seconds: (params) => acts(modelOf(params)).seconds,
  poster: () => 1,
  draw,
  describe,
  grids,
  linked,
  describeCell,
  code: async (params) => (await import('./code.ts')).code(params),
});
