// The moments of a figure as files for slides of other programs.
import { DOMParser } from 'linkedom';
import { emptySvg } from '#components/figure/posters.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { figure as player } from '#content/words/en/player.ts';
import { portable, type Storyboard, shownAt, storyboard, usesFace } from '#lib/export/index.ts';
import { pdfOf } from '#lib/export/pdf.ts';
import { pptxOf, type SlidePicture } from '#lib/export/pptx.ts';
import { loadFigure } from '#lib/figures/index.ts';
import { type AnyValues, defaults } from '#lib/parameters/index.ts';
import { faces } from '../posters/faces.ts';
import { pngOf } from '../posters/pixels.ts';
import { withRuler } from './ruler.ts';

/** Of a PNG file, pixels: sharp enough for a projector. */
const WIDTH = 1440;

/**
 * A PNG and an SVG file for each moment, all of them as a PDF and as a PPTX file, by their names.
 *
 * @param site where the site stands: the files tell the address of their figure where it is known
 * @param day on which they say they were made
 */
export async function momentsOf(
  name: string,
  site: URL | undefined,
  day: Date,
): Promise<Record<string, Uint8Array>> {
  const figure = await loadFigure(name, english);
  const values: AnyValues = defaults(figure.parameters);
  const board = storyboard(figure, values, {
    theme: 'light',
    start: player.start,
    source: site ? new URL(`embed/${name}/`, site).href : '',
    svg: emptySvg,
  });
  const { title, source, moments } = board;
  const files: Record<string, Uint8Array> = {};
  const pictures: SlidePicture[] = [];
  for (const moment of moments) {
    const { t, sentence } = moment;
    const svg = portable(board.svg(t));
    const png = pngOf(svg, WIDTH, { title, source, description: sentence });
    pictures.push({ moment, svg, png });
    const file = board.file(shownAt(moments, t));
    files[`${file}.svg`] = new TextEncoder().encode(svg);
    files[`${file}.png`] = png;
  }
  return { ...files, ...(await documentsOf(board, pictures, day)) };
}

/** All moments as one PDF and as one PPTX file, by their names: the same bytes whenever they are made. */
export async function documentsOf(
  board: Storyboard,
  pictures: readonly SlidePicture[],
  day: Date,
): Promise<Record<string, Uint8Array>> {
  const all = board.file('steps');
  return {
    [`${all}.pdf`]: await pagesOf(board, pictures, day),
    [`${all}.pptx`]: await pptxOf(board, pictures, day),
  };
}

/** The drawings as the pages of a PDF file. */
function pagesOf(
  board: Storyboard,
  pictures: readonly SlidePicture[],
  day: Date,
): Promise<Uint8Array> {
  const svgs = pictures.map(({ svg }) => svg);
  const used = faces().filter((face) => svgs.some((svg) => usesFace(svg, face)));
  const parser = new DOMParser();
  const pages = svgs.map(
    (svg) =>
      parser.parseFromString(svg, 'image/svg+xml').documentElement as unknown as SVGSVGElement,
  );
  const { signal } = new AbortController();
  return withRuler(used, () => pdfOf(board, pages, { faces: used, signal, tell() {}, day }));
}
