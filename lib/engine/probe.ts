import * as tf from '@tensorflow/tfjs-core';
import { spaceToDepth } from './execute.ts';
import { silu } from './silu.ts';

const SIDE = 8;
const CHANNELS = 4;
/** Relative error that a back end may have against the sums done here in double precision. */
const TOLERANCE = 1e-3;

/** Small halves and quarters, exact in every float format. */
function pattern(length: number, step: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => (((i * step) % 11) - 5) / 4);
}

/**
 * Gives the current back end a known input, compares the output with its own arithmetic, then times a small network.
 *
 * @returns milliseconds of the best of three timed passes
 * @throws Error when a number is wrong
 */
export async function probe(): Promise<number> {
  const x = pattern(SIDE * SIDE * CHANNELS, 7);
  const w = pattern(3 * 3 * CHANNELS * CHANNELS, 5);
  const result = tf.tidy(() => {
    const picture = tf.tensor4d(x, [1, SIDE, SIDE, CHANNELS]);
    const filter = tf.tensor4d(w, [3, 3, CHANNELS, CHANNELS]);
    const y = tf.conv2d(picture, filter, 1, 1);
    return spaceToDepth(silu(y), 2);
  });
  const found = await result.data();
  result.dispose();
  const expected = known(x, w);
  for (let i = 0; i < expected.length; i++) {
    if (Math.abs(found[i] - expected[i]) <= TOLERANCE * (1 + Math.abs(expected[i]))) continue;
    throw new Error(`a known input gave ${found[i]} where ${expected[i]} is right`);
  }
  return timed();
}

/** The same by loops: 3x3 convolution with padding 1, SiLU, space-to-depth 2. */
function known(x: Float32Array, w: Float32Array): Float64Array {
  const out = new Float64Array(x.length);
  for (let r = 0; r < SIDE; r++) {
    for (let c = 0; c < SIDE; c++) {
      for (let o = 0; o < CHANNELS; o++) {
        let sum = 0;
        for (let t = 0; t < 9; t++) {
          const [y, z] = [r + Math.floor(t / 3) - 1, c + (t % 3) - 1];
          if (y < 0 || z < 0 || y >= SIDE || z >= SIDE) continue;
          for (let i = 0; i < CHANNELS; i++) {
            sum += x[(y * SIDE + z) * CHANNELS + i] * w[(t * CHANNELS + i) * CHANNELS + o];
          }
        }
        const block = (r >> 1) * (SIDE / 2) + (c >> 1);
        const phase = 2 * (c % 2) + (r % 2);
        out[(block * 4 + phase) * CHANNELS + o] = sum / (1 + Math.exp(-sum));
      }
    }
  }
  return out;
}

async function timed(): Promise<number> {
  const [x, w] = [tf.ones([1, 64, 64, 16]), tf.ones([3, 3, 16, 16])];
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    const y = tf.tidy(() => {
      let y = x as tf.Tensor4D;
      for (let i = 0; i < 8; i++) y = tf.relu(tf.conv2d(y, w as tf.Tensor4D, 1, 1));
      return tf.mean(y);
    });
    await y.data();
    y.dispose();
    // The first round compiles shaders.
    if (round > 0) best = Math.min(best, performance.now() - start);
  }
  tf.dispose([x, w]);
  return best;
}
