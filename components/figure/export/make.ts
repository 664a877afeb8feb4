// From a figure and what is wanted of it to a file: the menu in the page and `npm run export` both ask here.

import { SaidError } from '#components/kit/faults.ts';
import { loadCode } from '#components/kit/load-code.ts';
import { files as words } from '#content/words/en/figure-files.ts';
import { figure as player } from '#content/words/en/player.ts';
import {
  pngTexts,
  portable,
  type Storyboard,
  shownBetween,
  storyboard,
} from '#lib/export/index.ts';
import { zipOf } from '#lib/export/zip.ts';
import type { AnyFigure } from '#lib/figures/index.ts';
import { type Theme, themes } from '#lib/figures/kit/themes.ts';
import type { Picture } from '#lib/files/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { withTexts } from '#lib/png/text.ts';
import { withFonts } from '../fonts.ts';
import {
  canBeClear,
  type Extent,
  endingOf,
  type Format,
  isFilm,
  pixelsOf,
  RATE,
} from './formats.ts';
import { OUTLINED, outlinesFor } from './outlines.ts';
import { framesOf, planOf } from './plan.ts';
import { Screen } from './screen.ts';

/** A figure as it stands in the page. */
export interface Scene {
  figure: AnyFigure;
  values: AnyValues;
  /** What is shown in place of the figure's own picture; `own` says that it is the reader's. */
  picture: Picture | undefined;
  own: boolean;
  /** The address of the figure with these parameters. */
  source: string;
}

export interface Wanted {
  format: Format;
  theme: Theme;
  /** Without paper, where the format can. */
  transparent: boolean;
  /** Letters as outlines, where the format has letters. */
  outlines: boolean;
  extent: Extent;
  /** Of a film: times in [0, 1]. */
  from: number;
  to: number;
  /** Times the normal speed. */
  speed: number;
}

/** How far the work is. */
export interface Progress {
  done: number;
  total: number;
}

interface Work {
  signal: AbortSignal;
  tell(progress: Progress): void;
}

export interface Made {
  name: string;
  blob: Blob;
}

const TYPES: Record<Format, string> = {
  png: 'application/zip',
  svg: 'application/zip',
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  gif: 'image/gif',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

/** The figure's moments under what is wanted. */
export function boardOf(
  scene: Scene,
  { theme, transparent, format }: Pick<Wanted, 'theme' | 'transparent' | 'format'>,
): Storyboard {
  return storyboard(scene.figure, scene.values, {
    ...scene,
    theme,
    transparent: transparent && canBeClear(format),
    start: player.start,
    svg: () => document.createElementNS('http://www.w3.org/2000/svg', 'svg'),
  });
}

/**
 * Makes the file.
 *
 * @throws SaidError where this browser can't; the signal's reason where the work was stopped
 */
export async function makeFile(scene: Scene, wanted: Wanted, work: Work): Promise<Made> {
  const { format, from, to } = wanted;
  const board = boardOf(scene, wanted);
  const bytes = await MAKERS[format](board, wanted, work);
  const shown = isFilm(format) ? shownBetween(board.moments, from, to) : 'steps';
  return {
    name: `${board.file(shown)}.${endingOf(format)}`,
    blob: new Blob([bytes], { type: TYPES[format] }),
  };
}

type Maker = (board: Storyboard, wanted: Wanted, work: Work) => Promise<Uint8Array<ArrayBuffer>>;

const MAKERS: Record<Format, Maker> = {
  png: async (board, wanted, work) => {
    const files: Record<string, Uint8Array> = {};
    for await (const { moment, png } of pictures(board, wanted, work))
      files[`${board.file(`step-${moment.number}`)}.png`] = png;
    return zipOf(files);
  },
  svg: async (board, { outlines }, { signal, tell }) => {
    const { moments } = board;
    const svgs = moments.map(({ t }) => portable(board.svg(t)));
    const finish = outlines ? await outlinesFor(svgs, signal) : withFonts;
    const files: Record<string, Uint8Array> = {};
    for (const [i, { number }] of moments.entries()) {
      signal.throwIfAborted();
      const name = `${board.file(`step-${number}`)}${outlines ? OUTLINED : ''}`;
      files[`${name}.svg`] = new TextEncoder().encode(await finish(svgs[i]));
      tell({ done: number + 1, total: moments.length });
    }
    return zipOf(files);
  },
  pdf: async (board, _, { signal, tell }) => {
    const code = async () => ({
      ...(await import('#lib/export/pdf.ts')),
      ...(await import('./faces.ts')),
    });
    const { pdfOf, facesFor } = await loadCode(code);
    const svgs = board.moments.map(({ t }) => portable(board.svg(t)));
    const faces = await facesFor(svgs, signal);
    const parser = new DOMParser();
    const pages = svgs.map(
      (svg) =>
        parser.parseFromString(svg, 'image/svg+xml').documentElement as unknown as SVGSVGElement,
    );
    const total = pages.length;
    return pdfOf(board, pages, { faces, signal, tell: (done) => tell({ done, total }) });
  },
  pptx: async (board, wanted, work) => {
    const { pptxOf } = await loadCode(() => import('#lib/export/pptx.ts'));
    const slides = [];
    for await (const { moment, png } of pictures(board, wanted, work))
      slides.push({ moment, png, svg: portable(board.svg(moment.t)) });
    return pptxOf(board, slides);
  },
  gif: async (board, wanted, { signal, tell }) => {
    const { Gif } = await loadCode(() => import('#lib/export/gif.ts'));
    const screen = screenFor(board, wanted);
    const show = async (t: number) => {
      signal.throwIfAborted();
      await screen.show(await withFonts(board.svg(t)));
      return screen.pixels();
    };
    const shots = planOf(board, { ...wanted, rate: RATE.gif });
    const times = [...new Set([wanted.from, (wanted.from + wanted.to) / 2, wanted.to])];
    const samples = [];
    for (const t of times) samples.push(await show(t));
    const gif = new Gif({ ...screen.size, samples, about: board.about(wanted.to) });
    for (const [i, { t, frames }] of shots.entries()) {
      gif.add({ pixels: await show(t), seconds: frames / RATE.gif });
      tell({ done: i + 1, total: shots.length });
    }
    return gif.finish();
  },
  mp4: (board, wanted, work) => film('mp4', board, wanted, work),
  webm: (board, wanted, work) => film('webm', board, wanted, work),
};

async function film(
  kind: 'mp4' | 'webm',
  board: Storyboard,
  wanted: Wanted,
  { signal, tell }: Work,
): Promise<Uint8Array<ArrayBuffer>> {
  const { filmOf, codecFor } = await loadCode(() => import('#lib/export/film.ts'));
  const rate = RATE[kind];
  const screen = screenFor(board, wanted);
  const options = { kind, ...screen.size, rate, about: board.about(wanted.to) };
  if (!(await codecFor(kind, options))) throw new SaidError(words.unable(kind), { again: false });
  const shots = planOf(board, { ...wanted, rate });
  const total = framesOf(shots);
  return filmOf(shots, options, {
    draw: async (t) => {
      await screen.show(await withFonts(board.svg(t)));
      return screen.canvas;
    },
    signal,
    tell: (done) => tell({ done, total }),
  });
}

function screenFor(board: Storyboard, { extent, transparent, format }: Wanted): Screen {
  const paper = transparent && canBeClear(format) ? undefined : themes[board.theme].paper;
  return new Screen(pixelsOf(extent, board.size), paper);
}

/** Each moment as a PNG file. */
async function* pictures(board: Storyboard, wanted: Wanted, { signal, tell }: Work) {
  const screen = screenFor(board, wanted);
  const { moments } = board;
  for (const moment of moments) {
    signal.throwIfAborted();
    await screen.show(await withFonts(board.svg(moment.t)));
    const png = withTexts(await screen.png(), pngTexts(board.about(moment.t)));
    yield { moment, png };
    tell({ done: moment.number + 1, total: moments.length });
  }
}
