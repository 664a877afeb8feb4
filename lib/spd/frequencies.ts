// Singular values of a halving of a picture that wraps around, frequency by frequency: every matrix has four columns,
// one a phase, instead of one a pixel. training/strideless/frequencies.py does the same for trained layers.
import { singularValues } from './least-squares.ts';
import type { Rows } from './linear.ts';

/**
 * The singular values of a map that commutes with steps of `block` pixels, the largest first.
 *
 * @param window the rows of its first position, over side x side pixels of one channel
 */
export function wrappedValues(window: Rows, side: number, block = 2): Float64Array {
  const places = side / block;
  if (!Number.isInteger(places))
    throw new RangeError(`a side of ${side} pixels is not cut into blocks of ${block}`);
  const values: number[] = [];
  for (let down = 0; down < places; down++)
    for (let across = 0; across < places; across++) {
      // A complex matrix as a real one of twice the size: each of its singular values comes twice.
      const twice = singularValues(embedded(window, side, block, [down, across]));
      values.push(...twice.filter((_, i) => i % 2 === 0));
    }
  return Float64Array.from(values).sort().reverse();
}

function embedded(window: Rows, side: number, block: number, [down, across]: number[]): Rows {
  const places = side / block;
  const phases = block * block;
  return window.flatMap((row) => {
    const real = new Float64Array(2 * phases);
    const imaginary = new Float64Array(2 * phases);
    row.forEach((weight, p) => {
      if (weight === 0) return;
      const [y, x] = [Math.floor(p / side), p % side];
      const turns = (down * Math.floor(y / block) + across * Math.floor(x / block)) / places;
      const phase = (y % block) * block + (x % block);
      const [cos, sin] = [Math.cos(2 * Math.PI * turns), Math.sin(2 * Math.PI * turns)];
      real[phase] += weight * cos;
      real[phases + phase] -= weight * sin;
      imaginary[phase] += weight * sin;
      imaginary[phases + phase] += weight * cos;
    });
    return [real, imaginary];
  });
}
