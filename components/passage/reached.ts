/** The furthest of the moments in view: when two are, the reader has come to the later one. */
export function newest(inView: ReadonlySet<number>): number {
  return Math.max(...inView);
}

/**
 * How far a reader has come: the last moment up to `current` before which, and in which, every bet is made (`open`).
 * -1 where the first is not open yet.
 */
export function reached(current: number, open: readonly boolean[]): number {
  const closed = open.findIndex((bet, i) => i <= current && !bet);
  return closed < 0 ? Math.min(current, open.length - 1) : closed - 1;
}
