/** The furthest of the moments in view: when two are, the reader has come to the later one. */
export function newest(inView: ReadonlySet<number>): number {
  return Math.max(...inView);
}

/**
 * Whether what belongs to the moment `from` is shown: the reader has come to it (`furthest`), and every bet in it is made
 * (`open`). A bet that was passed by keeps only its own answer away.
 */
export function isRevealed(from: number, furthest: number, open: readonly boolean[]): boolean {
  return from <= furthest && (open[from] ?? true);
}
