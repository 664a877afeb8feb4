// What a figure can be saved as, and what may be chosen for each kind of file.
import { files as words } from '#content/words/en/figure-files.ts';
import type { Size } from '#lib/figures/index.ts';

export const FORMATS = ['png', 'svg', 'pdf', 'pptx', 'gif', 'mp4', 'webm'] as const;
export type Format = (typeof FORMATS)[number];

/** Films show all that is between two moments; the others show the moments. */
export const isFilm = (format: Format): format is 'gif' | 'mp4' | 'webm' =>
  format === 'gif' || format === 'mp4' || format === 'webm';
/** Made of pixels, so that somebody has to say how many. */
export const hasPixels = (format: Format): boolean => isFilm(format) || format === 'png';
/** May stand on any ground. */
export const canBeClear = (format: Format): boolean => format === 'png' || format === 'svg';

/** Whose letters may be outlines. */
export const hasLetters = (format: Format): boolean => format === 'svg';

/** The ending of the file that is saved. */
export const endingOf = (format: Format): string => (canBeClear(format) ? 'zip' : format);

/** Frames a second. GIF counts hundredths of seconds. */
export const RATE = { gif: 12.5, mp4: 30, webm: 30 } as const;

/** Largest film, pixels. */
export const LARGEST: Size = { width: 1920, height: 1080 };

/** How large: so many times the drawing, or a frame of these pixels with the drawing in its middle. */
export type Extent = { times: number } | Size;

/** What a menu offers, by the key in which it is written: `2x`, `1280x720`. */
export const EXTENTS: readonly string[] = ['1x', '2x', '4x', '640x360', '1280x720', '1920x1080'];

export const USUAL: Record<Format, string> = {
  png: '2x',
  svg: '1x',
  pdf: '1x',
  pptx: '2x',
  gif: '1x',
  mp4: '1280x720',
  webm: '1280x720',
};

/**
 * Reads `2x` or `1280x720`.
 *
 * @throws RangeError with a sentence for the reader
 */
export function extentOf(text: string): Extent {
  const [, width, height] = /^(\d+(?:\.\d+)?)x(\d+)?$/.exec(text) ?? [];
  if (width === undefined) throw new RangeError(words.noSize(text));
  if (height === undefined) return { times: Number(width) };
  return { width: Number(width), height: Number(height) };
}

/** Pixels of a file, even numbers of them as films need. */
export function pixelsOf(extent: Extent, drawing: Size): Size {
  const even = (v: number) => Math.max(2, 2 * Math.ceil(v / 2 - 1e-9));
  if (!('times' in extent)) return { width: even(extent.width), height: even(extent.height) };
  const { times } = extent;
  return { width: even(drawing.width * times), height: even(drawing.height * times) };
}

/** Whether a film may be as large. */
export const fits = ({ width, height }: Size): boolean =>
  width <= LARGEST.width && height <= LARGEST.height;
