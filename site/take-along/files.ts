// The moments of a figure as files for slides of other programs.
import { emptySvg } from '#components/figure/posters.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { figure as player } from '#content/words/en/player.ts';
import { portable, shownAt, storyboard } from '#lib/export/index.ts';
import { loadFigure } from '#lib/figures/index.ts';
import { type AnyValues, defaults } from '#lib/parameters/index.ts';
import { pngOf } from '../posters/pixels.ts';

/** Of a PNG file, pixels: sharp enough for a projector. */
const WIDTH = 1440;

/**
 * A PNG and an SVG file for each moment, by their names.
 *
 * @param site where the site stands: the files tell the address of their figure
 */
export async function momentsOf(name: string, site: URL): Promise<Record<string, Uint8Array>> {
  const figure = await loadFigure(name, english);
  const values: AnyValues = defaults(figure.parameters);
  const board = storyboard(figure, values, {
    theme: 'light',
    start: player.start,
    source: new URL(`embed/${name}/`, site).href,
    svg: emptySvg,
  });
  const { title, source, moments } = board;
  const files: Record<string, Uint8Array> = {};
  for (const { t, sentence } of moments) {
    const svg = portable(board.svg(t));
    const file = board.file(shownAt(moments, t));
    files[`${file}.svg`] = new TextEncoder().encode(svg);
    files[`${file}.png`] = pngOf(svg, WIDTH, { title, source, description: sentence });
  }
  return files;
}
