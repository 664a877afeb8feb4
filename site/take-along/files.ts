// The moments of a figure as files for slides of other programs.
import { Worker } from 'node:worker_threads';
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
import type { MotionOrder } from './motion.ts';
import { withRuler } from './ruler.ts';

/** Of a PNG file, pixels: sharp enough for a projector. */
const WIDTH = 1440;

/** A figure as it is. `site` is where the notebook stands: files tell the address of their figure where it is known. */
export async function boardOf(name: string, site: URL | undefined): Promise<Storyboard> {
  const figure = await loadFigure(name, english);
  const values: AnyValues = defaults(figure.parameters);
  return storyboard(figure, values, {
    theme: 'light',
    start: player.start,
    source: site ? new URL(`embed/${name}/`, site).href : '',
    svg: emptySvg,
  });
}

/**
 * A PNG and an SVG file for each moment, all of them as a PDF and as a PPTX file, by their names.
 *
 * @param day on which they say they were made
 */
export async function momentsOf(board: Storyboard, day: Date): Promise<Record<string, Uint8Array>> {
  const { moments } = board;
  const files: Record<string, Uint8Array> = {};
  const pictures: SlidePicture[] = [];
  for (const moment of moments) {
    const { t } = moment;
    const svg = portable(board.svg(t));
    const png = pngOf(svg, WIDTH, board.about(t));
    pictures.push({ moment, svg, png });
    const file = board.file(shownAt(moments, t));
    files[`${file}.svg`] = new TextEncoder().encode(svg);
    files[`${file}.png`] = png;
  }
  return { ...files, ...(await documentsOf(board, pictures, day)) };
}

/** Threads that make films at once. */
const THREADS = 2;

/** Each figure in motion, as files by their names: made in threads of their own, of which each takes every second figure. */
export async function inMotion(
  names: readonly string[],
  site: URL | undefined,
  day: Date,
): Promise<Record<string, Uint8Array>> {
  const shares = Array.from({ length: THREADS }, (_, thread) =>
    names.filter((_, i) => i % THREADS === thread),
  );
  const made = await Promise.all(
    shares.map((share) => inThread({ names: share, site: site?.href, day })),
  );
  // In the order of the figures, whichever thread was done first.
  const files = made.flatMap((share) => Object.entries(share));
  return Object.fromEntries(
    names.flatMap((name) => files.filter(([file]) => file.startsWith(`${name}_`))),
  );
}

function inThread(order: MotionOrder): Promise<Record<string, Uint8Array>> {
  const worker = new Worker(new URL('./motion-worker.ts', import.meta.url), { workerData: order });
  return new Promise((done, fail) => {
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`what moves was left unfinished (${code})`)));
  });
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
