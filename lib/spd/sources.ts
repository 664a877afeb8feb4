// Which pixels a number of a halved map was computed from: the dependency map of lib/spd/downsample.ts, along one axis.
import type { Downsampling } from './downsample.ts';

/** Pixels along one axis, both ends included. */
export type Span = readonly [first: number, last: number];

/** What one halving reads for position i along an axis, before the border cuts it off. */
const READS: Record<Exclude<Downsampling, 'spd'>, Span> = {
  strided: [0, 0],
  max: [0, 1],
  average: [0, 1],
  blur: [-1, 1],
  fitted: [-1, 1],
};

/**
 * The pixels of an axis of `size` from which position `i` is computed after `times` halvings. A span: every pixel
 * between the first and the last has a part in it.
 */
export function sourceSpan(
  method: Exclude<Downsampling, 'spd'>,
  size: number,
  times: number,
  i: number,
): Span {
  const [before, after] = READS[method];
  let span: Span = [i, i];
  for (let level = times - 1; level >= 0; level--) {
    const end = size / 2 ** level - 1;
    span = [Math.max(0, 2 * span[0] + before), Math.min(end, 2 * span[1] + after)];
  }
  return span;
}

/** The positions after `times` halvings that pixel `p` has a part in: the inverse of {@link sourceSpan}. */
export function readerSpan(
  method: Exclude<Downsampling, 'spd'>,
  size: number,
  times: number,
  p: number,
): Span | undefined {
  const readers = Array.from({ length: size / 2 ** times }, (_, i) => i).filter((i) => {
    const [first, last] = sourceSpan(method, size, times, i);
    return first <= p && p <= last;
  });
  return readers.length > 0 ? [readers[0], readers[readers.length - 1]] : undefined;
}
