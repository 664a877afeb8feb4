/** The middle value; of an even count the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How long to go on: at least three rounds, at most `rounds`, and none begun after `milliseconds`. */
export interface Patience {
  rounds: number;
  milliseconds: number;
}

/**
 * Runs a, b, a, b, ... and gives what each returned (a time). What disturbs the machine then disturbs both.
 * The first two rounds are thrown away: compilers are still at work in them.
 */
export async function alternate(
  a: () => Promise<number>,
  b: () => Promise<number>,
  { rounds, milliseconds }: Patience,
): Promise<{ a: number[]; b: number[] }> {
  const times: { a: number[]; b: number[] } = { a: [], b: [] };
  const start = performance.now();
  for (let round = -2; round < rounds; round++) {
    const pair = [await a(), await b()] as const;
    if (round < 0) continue;
    times.a.push(pair[0]);
    times.b.push(pair[1]);
    if (round >= 2 && performance.now() - start > milliseconds) break;
  }
  return times;
}
