// A figure from its start to its end, for slides that take pictures alone.
import { planOf } from '#components/figure/export/plan.ts';
import { Gif } from '#lib/export/gif.ts';
import { type Storyboard, shownBetween } from '#lib/export/index.ts';
import { pixelsOf } from '../posters/pixels.ts';

/** Pixels, and frames a second: a quarter of a megabyte each, and a second or two to make one. */
const WIDTH = 640;
const RATE = 4;

/** A GIF file by its name. */
export function gifOf(board: Storyboard): Record<string, Uint8Array> {
  const show = (t: number) => pixelsOf(board.svg(t), WIDTH);
  const samples = [0, 0.5, 1].map(show);
  const [{ width, height }] = samples;
  const gif = new Gif({
    width,
    height,
    samples: samples.map(({ pixels }) => pixels),
    about: board.about(1),
  });
  for (const { t, frames } of planOf(board, { from: 0, to: 1, speed: 1, rate: RATE }))
    gif.add({ pixels: show(t).pixels, seconds: frames / RATE });
  return { [`${board.file(shownBetween(board.moments, 0, 1))}.gif`]: gif.finish() };
}
