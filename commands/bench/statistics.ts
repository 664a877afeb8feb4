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

/** What goes before and does not count: so many passes of each and so long, but no round begun after `most`. */
export const WARM_UP = { passes: 20, milliseconds: 1_000, most: 10_000 } as const;

/**
 * Runs a, b, a, b, ... and gives what each returned (a time). What disturbs the machine then disturbs both.
 * The rounds of the warm-up are thrown away, one at least: compilers are still at work in them.
 */
export async function alternate(
  a: () => Promise<number>,
  b: () => Promise<number>,
  { rounds, milliseconds }: Patience,
  warmUp: Record<'passes' | 'milliseconds' | 'most', number> = WARM_UP,
): Promise<{ a: number[]; b: number[] }> {
  const times: { a: number[]; b: number[] } = { a: [], b: [] };
  const since = (start: number) => performance.now() - start;
  const begin = performance.now();
  for (let passes = 1; ; passes++) {
    await a();
    await b();
    if (passes >= warmUp.passes && since(begin) >= warmUp.milliseconds) break;
    if (since(begin) >= warmUp.most) break;
  }
  const start = performance.now();
  for (let round = 0; round < rounds; round++) {
    times.a.push(await a());
    times.b.push(await b());
    if (round >= 2 && since(start) > milliseconds) break;
  }
  return times;
}
