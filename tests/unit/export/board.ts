import { type Storyboard, storyboard } from '#lib/export/index.ts';
import type { AnyFigure } from '#lib/figures/index.ts';
import { emptySvg, valuesOf } from '../figures/harness.ts';

export const SOURCE = 'https://strideless.example/embed/space-to-depth/?block=3';

/** Of a figure in the dark theme, with an address. */
export function boardOf(figure: AnyFigure, given = {}): Storyboard {
  return storyboard(figure, valuesOf(figure, given), {
    theme: 'dark',
    start: 'start',
    source: SOURCE,
    svg: emptySvg,
  });
}
