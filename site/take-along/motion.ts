// A figure from its start to its end: films, and a GIF for slides that take pictures alone, of the same drawings.
import { planOf } from '#components/figure/export/plan.ts';
import { type FilmKind, type FilmOptions, filmOf, type Shot } from '#lib/export/film.ts';
import { type Pixels, planesOf } from '#lib/export/frame.ts';
import { Gif } from '#lib/export/gif.ts';
import { type Storyboard, shownBetween } from '#lib/export/index.ts';
import { pixelsOf } from '../posters/pixels.ts';

/** Pixels and frames a second. */
const FILM = { width: 960, rate: 8 };
/** Of its frames a GIF has every second one. */
const SPARSE = 2;

/** How coarse: fine enough for letters. */
const KINDS: Record<FilmKind, number> = { mp4: 24, webm: 46 };

/** What motion-worker.ts is asked for. */
export interface MotionOrder {
  names: readonly string[];
  /** Where the notebook stands, if anybody knows. */
  site: string | undefined;
  /** On which files say they were made. */
  day: Date;
}

/** Of the frames of a film those whose numbers `every` divides. */
export function everyOther(shots: readonly Shot[], every: number): Shot[] {
  const kept: Shot[] = [];
  let before = 0;
  for (const { t, frames } of shots) {
    const after = before + frames;
    const left = Math.ceil(after / every) - Math.ceil(before / every);
    if (left > 0) kept.push({ t, frames: left });
    before = after;
  }
  return kept;
}

/** A GIF and a film of each kind, by their names; `lendCodecs` comes first. */
export async function motionOf(board: Storyboard): Promise<Record<string, Uint8Array>> {
  const shots = planOf(board, { from: 0, to: 1, speed: 1, rate: FILM.rate });
  // Painting takes longest: each drawing is painted once.
  const drawn = new Map(shots.map(({ t }) => [t, pixelsOf(board.svg(t), FILM.width)]));
  const name = board.file(shownBetween(board.moments, 0, 1));
  const files = { [`${name}.gif`]: gifOf(board, everyOther(shots, SPARSE), drawn) };
  const planes = new Map([...drawn].map(([t, pixels]) => [t, planesOf(pixels)]));
  const { width, height } = of(planes, 0);
  for (const kind of ['mp4', 'webm'] as const) {
    const quantizer = KINDS[kind];
    const options: FilmOptions = { ...FILM, kind, width, height, quantizer, about: board.about(1) };
    files[`${name}.${kind}`] = await filmOf(shots, options, {
      draw: (t) => of(planes, t).data,
      signal: new AbortController().signal,
      tell() {},
    });
  }
  return files;
}

function gifOf(board: Storyboard, shots: readonly Shot[], drawn: ReadonlyMap<number, Pixels>) {
  const samples = [0, shots.length >> 1, shots.length - 1].map((i) => of(drawn, shots[i].t));
  const [{ width, height }] = samples;
  const gif = new Gif({
    width,
    height,
    samples: samples.map(({ pixels }) => pixels),
    about: board.about(1),
  });
  for (const { t, frames } of shots)
    gif.add({ pixels: of(drawn, t).pixels, seconds: (frames * SPARSE) / FILM.rate });
  return gif.finish();
}

function of<T>(drawings: ReadonlyMap<number, T>, t: number): T {
  const found = drawings.get(t);
  if (!found) throw new Error(`nothing was painted for ${t}`);
  return found;
}
