/**
 * The whole number of blocks that is nearest to a size and can be shown, in px: for figures whose block has to divide it.
 *
 * @param most the largest size
 * @param least the fewest blocks
 */
export function nearestMultiple(size: number, block: number, most: number, least = 1): number {
  const blocks = Math.max(least, Math.round(size / block));
  return Math.min(blocks, Math.floor(most / block)) * block;
}
