import type { Shot } from '#lib/export/film.ts';
import type { Storyboard } from '#lib/export/index.ts';
import { advance, DWELL } from '../clock.ts';

/** Seconds on the last drawing, before a film ends or a GIF begins again. */
const LAST = 2;

export interface PlanOptions {
  /** Times in [0, 1]; where `to` comes before `from` the film runs back. */
  from: number;
  to: number;
  /** Times the player's normal speed. */
  speed: number;
  /** Frames a second. */
  rate: number;
}

/** The drawings of a film in their order, and for how many frames each stands: it rests at the moments as the player does. */
export function planOf(
  { moments, seconds }: Pick<Storyboard, 'moments' | 'seconds'>,
  { from, to, speed, rate }: PlanOptions,
): Shot[] {
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const pace = { stops: moments, seconds, speed, dwell: DWELL };
  const resting = Math.max(1, Math.round((DWELL / speed) * rate));
  const ending = Math.round((LAST / speed) * rate);
  const shots: Shot[] = [{ t: first, frames: resting }];
  for (let clock = { t: first, rest: 0 }; clock.t < last; ) {
    clock = advance(clock, 1 / rate, pace);
    const t = Math.min(clock.t, last);
    const before = shots[shots.length - 1];
    if (before.t === t) before.frames++;
    else shots.push({ t, frames: 1 });
  }
  if (to < from) shots.reverse();
  shots[shots.length - 1].frames = ending;
  return shots;
}

/** Frames of all of them. */
export const framesOf = (shots: readonly Shot[]): number =>
  shots.reduce((sum, { frames }) => sum + frames, 0);
