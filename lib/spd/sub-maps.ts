import { checkBlock } from './orders.ts';

/** The rows of X that sub-map f(x, .) takes, as the paper's slices X[x : S : scale] and its code have it: i - x is divisible by the block. */
export function sliceRows(size: number, block: number, x: number): number[] {
  return rows(size, block, (i) => (i - x) % block === 0 && i >= x);
}

/** The rows for which i + x is divisible by the block: the rule that the paper's sentence gives in words. */
export function sentenceRows(size: number, block: number, x: number): number[] {
  return rows(size, block, (i) => (i + x) % block === 0);
}

function rows(size: number, block: number, taken: (i: number) => boolean): number[] {
  checkBlock(block);
  return Array.from({ length: size }, (_, i) => i).filter(taken);
}
