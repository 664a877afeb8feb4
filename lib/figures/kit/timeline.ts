import type { Stop } from '../figure.ts';

/** From 0 to 1, slow at both ends: the cubic of d3-ease. */
export function easeCubicInOut(u: number): number {
  const [start, end] = [2 * u, 2 * u - 2];
  return (start <= 1 ? start * start * start : end * end * end + 2) / 2;
}

/** A stretch of a figure's time. Where it ends at a stop is said by words, see {@link stopsOf}. */
export interface Act<Name extends string> {
  name: Name;
  seconds: number;
}

export interface Timeline<Name extends string> {
  /** Of all acts, in order. */
  names: Name[];
  seconds: number;
  /** How much of an act has passed at t: 0 before it, 1 after it; an act that is not played counts as 0. */
  progress(name: Name, t: number): number;
  /** As progress, slow at both ends. */
  eased(name: Name, t: number): number;
  /** The t at which an act ends. */
  end(name: Name): number;
}

/**
 * The stops of a timeline in words, one for each act that has any.
 *
 * @param label the words of an act, undefined where the figure does not pause
 */
export function stopsOf<Name extends string>(
  time: Timeline<Name>,
  label: (name: Name) => string | undefined,
): Stop[] {
  return time.names.flatMap((name) => {
    const text = label(name);
    return text === undefined ? [] : [{ t: time.end(name), label: text }];
  });
}

/** Lays acts end to end over t in [0, 1]. */
export function timeline<const Name extends string>(acts: readonly Act<Name>[]): Timeline<Name> {
  const seconds = acts.reduce((sum, act) => sum + act.seconds, 0);
  const spans = new Map<Name, [number, number]>();
  let passed = 0;
  acts.forEach((act, i) => {
    const start = passed / seconds;
    passed += act.seconds;
    const end = i === acts.length - 1 ? 1 : passed / seconds;
    spans.set(act.name, [start, end]);
  });
  const progress = (name: Name, t: number) => {
    const [start, end] = spans.get(name) ?? [2, 3];
    return Math.min(1, Math.max(0, (t - start) / (end - start)));
  };
  return {
    names: acts.map(({ name }) => name),
    seconds,
    progress,
    eased: (name, t) => easeCubicInOut(progress(name, t)),
    end: (name) => spans.get(name)?.[1] ?? 0,
  };
}

/** The eased part of u that element i of n has run when they start one after the other; each runs for `share` of the whole. */
export function stagger(u: number, i: number, n: number, share = 0.5): number {
  const start = n > 1 ? ((1 - share) * i) / (n - 1) : 0;
  return easeCubicInOut(Math.min(1, Math.max(0, (u - start) / share)));
}

/** Between a and b. */
export function mix(a: number, b: number, u: number): number {
  return a + (b - a) * u;
}
