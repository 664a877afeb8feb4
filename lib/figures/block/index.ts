import { defineFigure } from '../figure.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { describeCell, grids, linked } from './links.ts';
import { acts, constrain, describe, modelOf, parameters } from './model.ts';

/** X goes into the depth, a convolution without a stride takes the depth up, and both are paid for. */
export const block = defineFigure({
  name: 'block',
  title: 'SPD-Conv, the block',
  parameters,
  presets: [
    { label: '3×3 after SPD', values: { block: 2, kernel: 3, inputs: 16, outputs: 32, size: 8 } },
    { label: '1×1 after SPD', values: { block: 2, kernel: 1, inputs: 16, outputs: 32, size: 8 } },
    { label: 'C₂ = s²C₁', values: { block: 2, kernel: 3, inputs: 16, outputs: 64, size: 8 } },
    { label: 'block size 3', values: { block: 3, kernel: 3, inputs: 8, outputs: 24, size: 9 } },
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
