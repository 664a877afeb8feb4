// A picture as a camera of fewer pixels would have it, brought back to the size that a network reads.
import { SIDE } from './cifar.ts';

/** Sides that the networks were judged at, pixels. */
export const SIDES = [32, 16, 8] as const;
export type Side = (typeof SIDES)[number];

/**
 * Means of blocks, then bilinear between their middles, as the networks were judged (training/strideless/labelled.py).
 *
 * @param pixels RGB uint8 [32, 32, 3], or more pictures in a row
 * @returns float32 of the same shape, in [0, 1]
 */
export function seenAt(pixels: ArrayLike<number>, side: Side): Float32Array {
  const each = 3 * SIDE * SIDE;
  const out = new Float32Array(pixels.length);
  for (let at = 0; at < pixels.length; at += each) {
    if (side === SIDE) for (let i = at; i < at + each; i++) out[i] = pixels[i] / 255;
    else enlarged(blockMeans(pixels, at, side), side, out, at);
  }
  return out;
}

function blockMeans(pixels: ArrayLike<number>, at: number, side: number): Float64Array {
  const block = SIDE / side;
  const means = new Float64Array(3 * side * side);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++)
      for (let c = 0; c < 3; c++) {
        const to = 3 * (Math.floor(y / block) * side + Math.floor(x / block)) + c;
        means[to] += pixels[at + 3 * (y * SIDE + x) + c] / (255 * block * block);
      }
  return means;
}

/** Between which two means a pixel lies along an axis, and how near to the second; beyond the outermost middles they stay. */
function between(i: number, side: number): [first: number, second: number, share: number] {
  const place = Math.max(0, ((i + 0.5) * side) / SIDE - 0.5);
  const first = Math.min(side - 1, Math.floor(place));
  return [first, Math.min(side - 1, first + 1), place - first];
}

function enlarged(means: Float64Array, side: number, out: Float32Array, at: number): void {
  for (let y = 0; y < SIDE; y++) {
    const [top, bottom, down] = between(y, side);
    for (let x = 0; x < SIDE; x++) {
      const [left, right, across] = between(x, side);
      for (let c = 0; c < 3; c++) {
        const read = (row: number, column: number) => means[3 * (row * side + column) + c];
        const above = (1 - across) * read(top, left) + across * read(top, right);
        const below = (1 - across) * read(bottom, left) + across * read(bottom, right);
        out[at + 3 * (y * SIDE + x) + c] = (1 - down) * above + down * below;
      }
    }
  }
}

/** The same as bytes, RGB uint8: what is shown. */
export function shownAt(pixels: ArrayLike<number>, side: Side): Uint8Array {
  return Uint8Array.from(seenAt(pixels, side), (value) => Math.round(255 * value));
}
