/**
 * So many places shared out as the counts stand to each other (largest remainders): what is shown of many in the
 * proportion in which it occurs.
 *
 * @returns whole numbers that add up to `places`, or nought for all where nothing was counted
 */
export function apportion(counts: readonly number[], places: number): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return counts.map(() => 0);
  const quotas = counts.map((count) => (places * count) / all);
  const seats = quotas.map(Math.floor);
  const rest = quotas
    .map((quota, i) => ({ i, rest: quota - seats[i] }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  const left = places - seats.reduce((sum, seat) => sum + seat, 0);
  for (const { i } of rest.slice(0, left)) seats[i]++;
  return seats;
}
