import { defineFigure } from '../figure.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { describeCell, grids, linked } from './links.ts';
import { acts, constrain, describe, modelOf, parameters } from './model.ts';

/** The weights of a convolution after space-to-depth become a strided kernel, or the other way round. */
export const disguise = defineFigure({
  name: 'disguise',
  title: 'A stride in disguise',
  parameters,
  presets: [
    { label: 'SPD + 3×3 = 6×6 / 2', values: { given: 'spd', block: 2, kernel: 3 } },
    { label: 'SPD + 1×1 = 2×2 / 2', values: { given: 'spd', block: 2, kernel: 1 } },
    { label: 'block size 3', values: { given: 'spd', block: 3, kernel: 2 } },
    { label: '3×3 / 2 = SPD + 2×2', values: { given: 'strided', block: 2, kernel: 3 } },
    { label: '7×7 / 2 = SPD + 4×4', values: { given: 'strided', block: 2, kernel: 7 } },
    { label: '1×1 / 2 = SPD + 1×1', values: { given: 'strided', block: 2, kernel: 1 } },
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
