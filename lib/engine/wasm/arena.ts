/** A piece of the plan's memory, alive from one task to another (their numbers, both included). */
export interface Piece {
  floats: number;
  first: number;
  last: number;
}

/** XNNPACK reads a little beyond the end of what it is given, and likes whole cache lines: floats. */
const LINE = 16;

/**
 * Puts pieces into one array so that pieces alive at the same time do not overlap: large ones first, each at the lowest
 * place that is free all its life.
 *
 * @returns where each piece starts, and the length of the array, in floats
 */
export function arrange(pieces: readonly Piece[]): { starts: number[]; floats: number } {
  const starts = pieces.map(() => 0);
  const ends = pieces.map(() => 0);
  const placed: number[] = [];
  const bySize = pieces.map((_, i) => i).sort((a, b) => pieces[b].floats - pieces[a].floats);
  for (const index of bySize) {
    const { floats, first, last } = pieces[index];
    const alive = placed
      .filter((other) => pieces[other].first <= last && pieces[other].last >= first)
      .sort((a, b) => starts[a] - starts[b]);
    const room = Math.ceil(floats / LINE + 1) * LINE;
    let start = 0;
    for (const other of alive) {
      if (start + room <= starts[other]) break;
      start = Math.max(start, ends[other]);
    }
    starts[index] = start;
    ends[index] = start + room;
    placed.push(index);
  }
  return { starts, floats: Math.max(0, ...ends) };
}
