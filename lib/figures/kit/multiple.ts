/**
 * What the values of a figure come to whose block has to divide its size: where it does not, the nearest size that can be
 * shown and a sentence.
 *
 * @param limits the least and the largest size, px
 */
export function divided<Values extends { size: number; block: number }>(
  values: Values,
  { min, max }: { min: number; max: number },
  say: (block: number, size: number, nearest: number) => string,
): { values: Values; errors: string[] } {
  const { size, block } = values;
  if (size % block === 0) return { values, errors: [] };
  const blocks = Math.max(Math.ceil(min / block), Math.round(size / block));
  const nearest = Math.min(blocks, Math.floor(max / block)) * block;
  return { values: { ...values, size: nearest }, errors: [say(block, size, nearest)] };
}
