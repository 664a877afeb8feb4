// What a look at a picture costs: the multiplications of the network, and the time that they took of late.
import { medianOf } from '#components/kit/median.ts';
import type { Detector, NetworkInput } from '#lib/detector/index.ts';

export interface Price {
  /** Multiply-accumulates of one pass over the picture. */
  macs: number;
  /** The middle of the last passes, timed in the worker, milliseconds. */
  milliseconds: number;
  /** How many those are. */
  passes: number;
}

/** As many of the last passes count: a single one jumps with whatever else the machine does. */
export const LAST = 15;

const paid = new WeakMap<Detector, { of: string; macs: number; times: number[] }>();

/** One more pass of a detector is paid for. Those over pictures of another size, or on another back end, count no more. */
export function priceOf(
  detector: Detector,
  { height, width }: Pick<NetworkInput, 'height' | 'width'>,
  { backend, milliseconds }: { backend: string; milliseconds: number },
): Price {
  const of = [height, width, backend].join(' ');
  let known = paid.get(detector);
  if (known?.of !== of) {
    known = { of, macs: detector.graphAt(height, width).macs, times: [] };
    paid.set(detector, known);
  }
  known.times = [...known.times, milliseconds].slice(-LAST);
  const { macs, times } = known;
  return { macs, milliseconds: medianOf(times), passes: times.length };
}
