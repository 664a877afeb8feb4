import * as tf from '@tensorflow/tfjs-core';
import { random } from '../random/index.ts';
import type { Kernel } from '../spd/index.ts';
import { spaceToDepth } from './space-to-depth.ts';

/** A convolution over pixels with a stride, and one without after space-to-depth, to be compared on random pixels. */
export interface TwoConvolutions {
  /** Side of the square input, pixels; the block divides it. */
  size: number;
  /** Stride of the one, block size of the other. */
  block: number;
  /** Weights, and zeros [before, after] along both axes. */
  strided: { kernel: Kernel; padding: readonly [number, number] };
  spd: { kernel: Kernel; padding: readonly [number, number] };
  /** Of the input's random numbers, uniform in [-1, 1). */
  seed: number;
}

export interface Difference {
  /** Largest difference between two output numbers at the same place. */
  largest: number;
  /** Largest output, without its sign. */
  scale: number;
  /** How many pairs of numbers were compared. */
  compared: number;
}

/** Runs both on the current back end. Throws a RangeError where their outputs differ in shape. */
export async function compareConvolutions(two: TwoConvolutions): Promise<Difference> {
  const { size, block, strided, spd } = two;
  const channels = strided.kernel.channels;
  const next = random(two.seed, 0xe91);
  const pixels = Float32Array.from({ length: size * size * channels }, () => 2 * next() - 1);
  const [a, b] = tf.tidy(() => {
    const x = tf.tensor4d(pixels, [1, size, size, channels]);
    return [
      convolve(x, strided.kernel, block, strided.padding),
      convolve(spaceToDepth(x, block), spd.kernel, 1, spd.padding),
    ];
  });
  try {
    if (String(a.shape) !== String(b.shape))
      throw new RangeError(`the outputs are ${a.shape} and ${b.shape}`);
    const [first, second] = await Promise.all([a.data<'float32'>(), b.data<'float32'>()]);
    return {
      largest: first.reduce((most, v, i) => larger(most, v - second[i]), 0),
      scale: first.reduce(larger, 0),
      compared: first.length,
    };
  } finally {
    tf.dispose([a, b]);
  }
}

/** The larger of a number >= 0 and another's size; NaN stays NaN. */
function larger(most: number, value: number): number {
  return Math.max(most, Math.abs(value));
}

function convolve(
  x: tf.Tensor4D,
  { data, outputs, channels, kernel }: Kernel,
  stride: number,
  [before, after]: readonly [number, number],
): tf.Tensor4D {
  const stored = tf.tensor4d(Float32Array.from(data), [outputs, channels, kernel, kernel]);
  const filter = tf.transpose(stored, [2, 3, 1, 0]);
  const sides: [number, number] = [before, after];
  const padded = before + after > 0 ? tf.pad(x, [[0, 0], sides, sides, [0, 0]]) : x;
  return tf.conv2d(padded, filter, stride, 'valid');
}
