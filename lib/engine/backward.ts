// The way back through one step: from the gradient of what it wrote to the gradients of what it read.
import * as tf from '@tensorflow/tfjs-core';
import { HALVINGS } from './halvings.ts';
import type { BlurPoolStep, Constant, Step } from './program.ts';
import { depthToSpace } from './space-to-depth.ts';

/** A weight on one number of an output. */
export interface Seed {
  /** Which of the outputs. */
  output: number;
  /** Place in its data. */
  index: number;
  weight: number;
}

/** What a step read and wrote, and the gradient of what it wrote: NHWC. */
interface Passed {
  inputs: tf.Tensor4D[];
  output: tf.Tensor4D;
  gradient: tf.Tensor4D;
}

type ConstantOf = <T extends tf.Tensor>(constant: Constant) => T;

/**
 * The gradients of a step's inputs, in their order. Convolutions must have no activation of their own: what went into it
 * is not known any more.
 */
export function backward(
  step: Step,
  { inputs, output, gradient: dy }: Passed,
  constant: ConstantOf,
): tf.Tensor4D[] {
  const [x] = inputs;
  const [, height, width, channels] = x.shape;
  const halves = halvingOf(step, height, width, constant);
  if (halves) return [HALVINGS[halves].backward(x, output, dy)];
  switch (step.kind) {
    case 'convolution': {
      if (step.activation) throw new Error('backward: a convolution with an activation of its own');
      const filter = constant<tf.Tensor4D>(step.filter);
      return [tf.conv2dTranspose(dy, filter, x.shape, step.stride, step.padding, 'floor')];
    }
    case 'batch norm': {
      const variance = tf.add(constant(step.variance), step.epsilon);
      return [tf.mul(dy, tf.mul(constant(step.scale), tf.rsqrt(variance)))];
    }
    case 'activation': {
      if (step.activation === 'relu') return [tf.mul(dy, tf.step(x))];
      const gate = tf.sigmoid(x);
      return [tf.mul(dy, tf.mul(gate, tf.add(tf.mul(x, tf.sub(1, gate)), 1)))];
    }
    case 'space-to-depth':
      return [depthToSpace(dy, step.block)];
    case 'max-pool':
      return [maxPoolGradient(step, x, output, dy)];
    case 'average-pool': {
      const { window } = step;
      if (!window) return [tf.mul(tf.fill(x.shape, 1 / (height * width)), dy)];
      const { kernel, stride } = window;
      const shares = tf.fill<tf.Rank.R4>([kernel, kernel, 1, 1], 1 / kernel ** 2);
      return [spread(dy, shares, stride, [height, width])];
    }
    case 'upsample':
      return [tf.mul(tf.avgPool(dy, step.factor, step.factor, 'valid'), step.factor ** 2)];
    case 'blur-pool':
      return [blurGradient(step, dy, [height, width], constant(step.filter))];
    case 'concat': {
      let from = 0;
      return inputs.map(({ shape }) => {
        const part = tf.slice(dy, [0, 0, 0, from], [-1, -1, -1, shape[3]]);
        from += shape[3];
        return part;
      });
    }
    case 'slice': {
      const after = channels - step.from - step.channels;
      return [
        tf.pad(dy, [
          [0, 0],
          [0, 0],
          [0, 0],
          [step.from, after],
        ]),
      ];
    }
    case 'add':
      return [dy, dy];
  }
}

/** The plain halving that a pool is: a 2x2 window, or the 3x3 blur, with a stride of 2 on even sides. */
function halvingOf(
  step: Step,
  height: number,
  width: number,
  constant: ConstantOf,
): 'max' | 'average' | 'blur' | undefined {
  if (height % 2 !== 0 || width % 2 !== 0) return undefined;
  switch (step.kind) {
    case 'max-pool':
      return step.kernel === 2 && step.stride === 2 && step.padding === 0 ? 'max' : undefined;
    case 'average-pool':
      return step.window?.kernel === 2 && step.window.stride === 2 ? 'average' : undefined;
    case 'blur-pool': {
      const [kernel] = constant(step.filter).shape;
      return kernel === 3 && step.stride === 2 && step.padding === 1 ? 'blur' : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * The way back of a fixed filter [kernel, kernel, 1, 1] that every channel is read through by itself, without padding.
 * The channels become pictures of a batch: wasm has no kernel for the way back of a depthwise convolution.
 */
function spread(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  stride: number,
  [height, width]: [number, number],
): tf.Tensor4D {
  const [n, h, w, c] = dy.shape;
  const apart = tf.reshape(tf.transpose(dy, [0, 3, 1, 2]), [n * c, h, w, 1]) as tf.Tensor4D;
  const back = tf.conv2dTranspose(apart, filter, [n * c, height, width, 1], stride, 'valid');
  return tf.transpose(tf.reshape(back, [n, c, height, width]), [0, 2, 3, 1]) as tf.Tensor4D;
}

/**
 * The first of the largest numbers of a window hears of it. Not by the kernel of TensorFlow.js: that of wasm takes no
 * number below 0 for the largest.
 */
function maxPoolGradient(
  { kernel, stride, padding }: Extract<Step, { kind: 'max-pool' }>,
  x: tf.Tensor4D,
  output: tf.Tensor4D,
  dy: tf.Tensor4D,
): tf.Tensor4D {
  const edge: [number, number] = [padding, padding];
  const padded = tf.pad(x, [[0, 0], edge, edge, [0, 0]], -3e38);
  const [n, tall, wide, c] = padded.shape;
  // What the windows reach from their first number of one place to their last.
  const [high, broad] = [output.shape[1], output.shape[2]].map((count) => (count - 1) * stride + 1);
  const one = tf.ones<tf.Rank.R4>([1, 1, 1, 1]);
  let free: tf.Tensor4D = tf.ones(output.shape);
  let sum: tf.Tensor4D = tf.zeros(padded.shape);
  for (let i = 0; i < kernel; i++)
    for (let j = 0; j < kernel; j++) {
      const seen = tf.stridedSlice(
        padded,
        [0, i, j, 0],
        [n, i + high, j + broad, c],
        [1, stride, stride, 1],
      );
      const mine = tf.mul(free, tf.cast(tf.equal(seen, output), 'float32')) as tf.Tensor4D;
      free = tf.sub(free, mine);
      const share = tf.mul(mine, dy) as tf.Tensor4D;
      const apart = stride > 1 ? spread(share, one, stride, [high, broad]) : share;
      const room = [
        [0, 0],
        [i, tall - i - high],
        [j, wide - j - broad],
        [0, 0],
      ];
      sum = tf.add(sum, tf.pad(apart, room as [number, number][]));
    }
  return tf.slice(sum, [0, padding, padding, 0], x.shape);
}

function blurGradient(
  { stride, padding }: BlurPoolStep,
  dy: tf.Tensor4D,
  [height, width]: [number, number],
  filter: tf.Tensor4D,
): tf.Tensor4D {
  const [kernel] = filter.shape;
  const one = tf.slice(filter, [0, 0, 0, 0], [kernel, kernel, 1, 1]);
  const padded = spread(dy, one, stride, [height + 2 * padding, width + 2 * padding]);
  return unreflected(unreflected(padded, padding, 1), padding, 2);
}

/** The way back of a reflected border along one axis: what its rows heard goes to those that they mirror. */
function unreflected(padded: tf.Tensor4D, padding: number, axis: 1 | 2): tf.Tensor4D {
  if (padding === 0) return padded;
  const side = padded.shape[axis] - 2 * padding;
  const cut = (from: number, count: number) => {
    const begin = [0, 0, 0, 0];
    const size = [-1, -1, -1, -1];
    begin[axis] = from;
    size[axis] = count;
    return tf.slice(padded, begin, size);
  };
  const mirrored = (from: number, before: number) => {
    const room: [number, number][] = [0, 1, 2, 3].map(() => [0, 0]);
    room[axis] = [before, side - before - padding];
    return tf.pad(tf.reverse(cut(from, padding), axis), room);
  };
  const first = mirrored(0, 1);
  const last = mirrored(padding + side, side - 1 - padding);
  return tf.addN([cut(padding, side), first, last]);
}
