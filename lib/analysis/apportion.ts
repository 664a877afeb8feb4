/** What each is due: whole places, and how much of another one, in parts of all that was counted. */
function dues(counts: readonly number[], places: number) {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const whole = counts.map((count) => (all === 0 ? 0 : Math.floor((places * count) / all)));
  const rest = counts.map((count, i) => places * count - whole[i] * all);
  const left = all === 0 ? 0 : places - whole.reduce((sum, seats) => sum + seats, 0);
  const order = [...counts.keys()].sort((a, b) => rest[b] - rest[a] || a - b);
  return { whole, rest, winners: order.slice(0, left), losers: order.slice(left) };
}

/**
 * So many places shared out as the counts stand to each other (largest remainders): what is shown of many in the
 * proportion in which it occurs. Of equal remainders the first has the place, see {@link tied}.
 *
 * @param counts whole numbers
 * @returns whole numbers that add up to `places`, or nought for all where nothing was counted
 */
export function apportion(counts: readonly number[], places: number): number[] {
  const { whole, winners } = dues(counts, places);
  return whole.map((seats, i) => seats + Number(winners.includes(i)));
}

/** Who has the last place though another was due it as much: the places of both in `counts`; undefined where nobody does. */
export function tied(
  counts: readonly number[],
  places: number,
): { winner: number; loser: number } | undefined {
  const { rest, winners, losers } = dues(counts, places);
  const [winner, loser] = [winners.at(-1), losers[0]];
  if (winner === undefined || loser === undefined || rest[winner] !== rest[loser]) return undefined;
  return { winner, loser };
}
