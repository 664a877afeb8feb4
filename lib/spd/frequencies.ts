// Singular values of a halving of a picture that wraps around, frequency by frequency: every matrix has four columns
// a channel, one a phase, instead of one a pixel. training/strideless/frequencies.py does the same for trained layers.
import type { Rows } from './linear.ts';
import { singularValues } from './singular-values.ts';

/** What the rows of a position are over: side x side pixels of so many channels (HWC), in steps of so many pixels. */
interface Wrapped {
  side: number;
  block?: number;
  channels?: number;
}

/** Beyond this a condition number is one of rounding: the map deletes a frequency. */
const INFINITE = 1e14;

/**
 * The condition number of a halving among the numbers that could be kept (as many as it writes, or as it reads where those
 * are fewer), where the picture wraps around; infinite where a frequency is deleted.
 *
 * @param window the rows of its first position
 */
export function wrappedCondition(window: Rows, { side, channels = 1 }: Wrapped): number {
  const values = wrappedValues(window, side, 2, channels);
  const written = window.length * (side / 2) ** 2;
  const number = values[0] / values[Math.min(written, side * side * channels) - 1];
  return number < INFINITE ? number : Number.POSITIVE_INFINITY;
}

/**
 * The singular values of a map that commutes with steps of `block` pixels, the largest first.
 *
 * @param window the rows of its first position, over side x side pixels of `channels` channels (HWC)
 */
export function wrappedValues(window: Rows, side: number, block = 2, channels = 1): Float64Array {
  const places = side / block;
  if (!Number.isInteger(places))
    throw new RangeError(`a side of ${side} pixels is not cut into blocks of ${block}`);
  const values: number[] = [];
  for (let down = 0; down < places; down++)
    for (let across = 0; across < places; across++) {
      // A complex matrix as a real one of twice the size: each of its singular values comes twice.
      const twice = singularValues(embedded(window, { side, block, channels }, [down, across]));
      values.push(...twice.filter((_, i) => i % 2 === 0));
    }
  return Float64Array.from(values).sort().reverse();
}

function embedded(
  window: Rows,
  { side, block, channels }: Required<Wrapped>,
  [down, across]: number[],
): Rows {
  const places = side / block;
  const phases = block * block * channels;
  return window.flatMap((row) => {
    const real = new Float64Array(2 * phases);
    const imaginary = new Float64Array(2 * phases);
    row.forEach((weight, p) => {
      if (weight === 0) return;
      const [pixel, channel] = [Math.floor(p / channels), p % channels];
      const [y, x] = [Math.floor(pixel / side), pixel % side];
      const turns = (down * Math.floor(y / block) + across * Math.floor(x / block)) / places;
      const phase = ((y % block) * block + (x % block)) * channels + channel;
      const [cos, sin] = [Math.cos(2 * Math.PI * turns), Math.sin(2 * Math.PI * turns)];
      real[phase] += weight * cos;
      real[phases + phase] -= weight * sin;
      imaginary[phase] += weight * sin;
      imaginary[phases + phase] += weight * cos;
    });
    return [real, imaginary];
  });
}
