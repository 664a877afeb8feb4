// How often a convolution reads each pixel of its input.
import { checkBlock } from './orders.ts';
import { place, type Window } from './windows.ts';

/** Greatest common divisor of two whole numbers >= 1. */
function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** The x in 0..m-1 with a*x = 1 (mod m); a and m have no common divisor. */
function inverseModulo(a: number, m: number): number {
  for (let x = 0; x < m; x++) if ((a * x) % m === 1 % m) return x;
  throw new RangeError(`${a} has no inverse modulo ${m}`);
}

/**
 * Reads of every pixel along one axis, in closed form. Pixel p is read by tap t of window w when
 * w*stride + t*dilation = p + before. With g = gcd(stride, dilation) that has solutions only where g divides
 * p + before, and then t runs through one residue class modulo stride/g, cut off by the kernel and by the first
 * and last window.
 */
export function readCounts(size: number, window: Window): Uint32Array {
  const { kernel, stride, dilation, before, outputs } = place(size, window);
  const g = gcd(stride, dilation);
  const step = stride / g;
  const inverse = inverseModulo((dilation / g) % step, step);
  return Uint32Array.from({ length: size }, (_, p) => {
    const q = p + before;
    if (q % g !== 0) return 0;
    const residue = (((q / g) % step) * inverse) % step;
    const low = Math.max(0, Math.ceil((q - (outputs - 1) * stride) / dilation));
    const high = Math.min(kernel - 1, Math.floor(q / dilation));
    const below = (limit: number) => Math.floor((limit - residue) / step) + 1;
    return Math.max(0, below(high) - below(low - 1));
  });
}

/** Reads along one axis when space-to-depth comes first: every pixel shares its sub-map position's count. */
export function readCountsAfterSpd(size: number, block: number, window: Window): Uint32Array {
  checkBlock(block);
  if (size % block !== 0)
    throw new RangeError(`space-to-depth: block size ${block} does not divide the size ${size}`);
  const counts = readCounts(size / block, window);
  return Uint32Array.from({ length: size }, (_, p) => counts[Math.floor(p / block)]);
}

/** Reads of every pixel of a picture, [height * width]: the product of its row's and its column's count. */
export function outerCounts(rows: Uint32Array, columns: Uint32Array): Uint32Array {
  return Uint32Array.from(
    { length: rows.length * columns.length },
    (_, i) => rows[Math.floor(i / columns.length)] * columns[i % columns.length],
  );
}

/** Reads of every pixel, [height * width] row by row; `columnWindow` defaults to the same window along x. */
export function readCounts2d(
  height: number,
  width: number,
  window: Window,
  columnWindow: Window = window,
): Uint32Array {
  return outerCounts(readCounts(height, window), readCounts(width, columnWindow));
}

/**
 * Reads of an interior pixel by its phase (p + padding before) mod stride: [stride] numbers, what
 * {@link readCounts} repeats far from both edges.
 */
export function interiorReads({ kernel, stride = 1, dilation = 1 }: Window): Uint32Array {
  const counts = new Uint32Array(stride);
  for (let t = 0; t < kernel; t++) counts[(t * dilation) % stride]++;
  return counts;
}

/**
 * Whether all interior pixels are read equally often: exactly when the stride divides the kernel and shares no divisor
 * with the dilation (with a common divisor some phases are never read).
 */
export function isUniform({ kernel, stride = 1, dilation = 1 }: Window): boolean {
  return kernel % stride === 0 && gcd(stride, dilation) === 1;
}
