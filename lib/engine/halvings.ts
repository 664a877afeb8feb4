// Ways to halve a map that have no weights, and their gradients. NHWC float32, sides even. By its four phases a map goes
// back 1.7 to 80 times as fast as through the transposed convolutions that windows of any size need (backward.ts), on
// wasm: so the networks that a reader trains and the detectors' gradients both go this way where they can.
import * as tf from '@tensorflow/tfjs-core';
import { binomialFilter } from './binomial.ts';
import { depthToSpace, spaceToDepth } from './space-to-depth.ts';

/** The four phases of a map, in the order in which PyTorch looks at a block: row by row. */
function phases(x: tf.Tensor4D): tf.Tensor4D[] {
  const packed = spaceToDepth(x, 2);
  const [n, h, w, c] = packed.shape;
  return [0, 2, 1, 3].map((phase) =>
    tf.slice(packed, [0, 0, 0, (phase * c) / 4], [n, h, w, c / 4]),
  );
}

/** The inverse of {@link phases}. */
function unphased([a, b, c, d]: readonly tf.Tensor4D[]): tf.Tensor4D {
  return depthToSpace(tf.concat([a, c, b, d], 3), 2);
}

/** A way of halving: what it makes of a map, and the gradient of its input from that of its output. */
export interface Halving {
  forward(x: tf.Tensor4D): tf.Tensor4D;
  backward(x: tf.Tensor4D, y: tf.Tensor4D, gradient: tf.Tensor4D): tf.Tensor4D;
}

/** Of equal numbers in a block the first one counts as the largest, as in PyTorch. */
const max: Halving = {
  forward: (x) => tf.maxPool(x, 2, 2, 'valid'),
  backward: (x, y, gradient) => {
    let open = gradient;
    return unphased(
      phases(x).map((phase, i) => {
        if (i === 3) return open;
        const taken = tf.mul(open, tf.cast(tf.equal(phase, y), 'float32')) as tf.Tensor4D;
        open = tf.sub(open, taken);
        return taken;
      }),
    );
  },
};

const average: Halving = {
  forward: (x) => tf.avgPool(x, 2, 2, 'valid'),
  backward: (_x, _y, gradient) => {
    const share = tf.mul(gradient, 0.25) as tf.Tensor4D;
    return unphased([share, share, share, share]);
  },
};

/** Weights 1 2 1 along both axes, the border mirrored, then every second pixel of every second row. */
const blur: Halving = {
  forward: (x) => {
    const edge: [number, number] = [1, 1];
    const padded = tf.mirrorPad(x, [[0, 0], edge, edge, [0, 0]], 'reflect') as tf.Tensor4D;
    return tf.depthwiseConv2d(padded, binomial(x.shape[3]), 2, 'valid');
  },
  // A window of stride 2 never reaches the lower and right border: only the upper and left mirror images fold back.
  backward: (x, _y, gradient) => {
    const [n, h, w, c] = x.shape;
    const nought = tf.zerosLike(gradient);
    const stuffed = tf.pad(unphased([gradient, nought, nought, nought]), [
      [0, 0],
      [2, 1],
      [2, 1],
      [0, 0],
    ]);
    const wide = tf.depthwiseConv2d(stuffed as tf.Tensor4D, binomial(c), 1, 'valid');
    const rows = folded(wide as tf.Tensor4D, 1, [n, h, w + 1, c]);
    return folded(rows, 2, [n, h, w, c]);
  },
};

/** The mirrored first line of an axis, added to the line that it is the image of. */
function folded(
  wide: tf.Tensor4D,
  axis: 1 | 2,
  shape: [number, number, number, number],
): tf.Tensor4D {
  const start: [number, number, number, number] = [0, 0, 0, 0];
  start[axis] = 1;
  const line: [number, number, number, number] = [...shape];
  line[axis] = 1;
  const pads: [number, number][] = shape.map((): [number, number] => [0, 0]);
  pads[axis] = [1, shape[axis] - 2];
  const image = tf.pad(tf.slice(wide, [0, 0, 0, 0], line), pads);
  return tf.add(tf.slice(wide, start, shape), image);
}

function binomial(channels: number): tf.Tensor4D {
  const { shape, data } = binomialFilter(3, channels);
  return tf.tensor<tf.Rank.R4>(data, [...shape] as [number, number, number, number]);
}

/** The halvings without weights. */
export const HALVINGS = {
  max,
  average,
  blur,
  'space-to-depth': {
    forward: (x) => spaceToDepth(x, 2),
    backward: (_x, _y, gradient) => depthToSpace(gradient, 2),
  },
} satisfies Readonly<Record<string, Halving>>;
