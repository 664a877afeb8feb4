/**
 * Moves labels apart along one axis so that no two stand closer than `gap`, as little as need be, and keeps their order.
 *
 * @param wanted where each label would stand, px
 * @param room [first, last] place, px
 * @returns where each stands, in the order of `wanted`
 */
export function dodge(
  wanted: readonly number[],
  gap: number,
  [first, last]: readonly [number, number],
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
  const places = order.map((i) => wanted[i]);
  // Down from the top, then up again from the end, until both hold.
  for (let i = 0; i < places.length; i++)
    places[i] = Math.max(places[i], i > 0 ? places[i - 1] + gap : first);
  for (let i = places.length - 1; i >= 0; i--)
    places[i] = Math.min(places[i], i < places.length - 1 ? places[i + 1] - gap : last);
  const out = new Array<number>(wanted.length);
  order.forEach((label, i) => {
    out[label] = places[i];
  });
  return out;
}

/** How far one of several that share a place stands aside of it, so that `gap` px lie from each to the next. */
export const aside = (i: number, count: number, gap: number): number => (i - (count - 1) / 2) * gap;

/** Those that lie closer along an axis than this to their neighbours, together; from its beginning on. */
export function clusters<T>(all: readonly T[], along: (one: T) => number, apart: number): T[][] {
  const found: T[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const one of [...all].sort((a, b) => along(a) - along(b))) {
    if (along(one) - last < apart) found.at(-1)!.push(one);
    else found.push([one]);
    last = along(one);
  }
  return found;
}
