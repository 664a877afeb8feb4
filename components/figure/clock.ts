// The player's clock as a pure function: it moves t on and rests at the named moments.
import type { Stop } from '#lib/figures/index.ts';

/** Seconds to rest at a named moment. */
export const DWELL = 0.9;

export interface Clock {
  t: number;
  /** Seconds left to rest at the stop that t stands on. */
  rest: number;
}

export interface Pace {
  stops: readonly Stop[];
  /** Seconds that the figure takes from 0 to 1. */
  seconds: number;
  speed: number;
  /** Seconds to rest at each stop but the last. */
  dwell: number;
}

/** The clock `elapsed` seconds later. It never passes a stop without resting there. */
export function advance(
  clock: Clock,
  elapsed: number,
  { stops, seconds, speed, dwell }: Pace,
): Clock {
  let { t, rest } = clock;
  let left = elapsed * speed;
  while (left > 0 && t < 1) {
    const resting = Math.min(rest, left);
    rest -= resting;
    left -= resting;
    if (left <= 0) break;
    const next = stops.find((stop) => stop.t > t)?.t ?? 1;
    const needed = (next - t) * seconds;
    if (left < needed) return { t: t + left / seconds, rest: 0 };
    left -= needed;
    t = next;
    rest = t < 1 ? dwell : 0;
  }
  return { t, rest };
}

const NEAR = 1e-6;

/** The moment after t, if there is one. */
export function nextStop(stops: readonly Stop[], t: number): Stop | undefined {
  return stops.find((stop) => stop.t > t + NEAR);
}

/** The moment before t; the start counts as one. */
export function previousStop(stops: readonly Stop[], t: number): Stop | undefined {
  if (t <= NEAR) return undefined;
  return stops.findLast((stop) => stop.t < t - NEAR) ?? { t: 0, label: '' };
}

/** The number of the stop at t: 0 at the start, 1 at the first; -1 between stops. */
export function stepAt(stops: readonly Stop[], t: number): number {
  if (t <= NEAR) return 0;
  return stops.findIndex((stop) => Math.abs(stop.t - t) <= NEAR) + 1 || -1;
}
