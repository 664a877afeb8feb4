import * as tf from '@tensorflow/tfjs-core';
import { spaceToDepth } from './space-to-depth.ts';

/**
 * A convolution of all ones over one channel: side of the window, then how it steps. `spaceToDepth` puts a
 * space-to-depth of that block size before it; it then reads all its sub-maps.
 */
export interface OnesLayer {
  kernel: number;
  /** Default 1. */
  stride?: number;
  /** The same on all sides, or [before, after] along both axes. Default 0. */
  padding?: number | readonly [number, number];
  /** Default 1. */
  dilation?: number;
  spaceToDepth?: number;
}

type GradientConfig = Parameters<typeof tf.registerGradient>[0];
type Gradient = GradientConfig['gradFunc'];

/** Gradients with respect to inputs of the few kernels used here: the full register weighs more than the engine. */
const GRADIENTS: GradientConfig[] = [
  config('Conv2D', ['x', 'filter'], (dy, [x, filter], attributes) => ({
    x: () =>
      tf.conv2dTranspose(
        dy as tf.Tensor4D,
        filter as tf.Tensor4D,
        x.shape as [number, number, number, number],
        attributes.strides as number,
        attributes.pad as 'valid',
      ),
    filter: () => {
      throw new Error('the gradient of a filter is not needed here, and wasm has no kernel for it');
    },
  })),
  config('PadV2', ['x'], (dy, [x], attributes) => ({
    x: () =>
      tf.slice(
        dy as tf.Tensor,
        (attributes.paddings as number[][]).map(([before]) => before),
        x.shape,
      ),
  })),
  config('Reshape', ['x'], (dy, [x]) => ({ x: () => tf.reshape(dy as tf.Tensor, x.shape) })),
  config('Transpose', [], (dy, _, attributes) => {
    const forward = attributes.perm as number[];
    return {
      x: () =>
        tf.transpose(
          dy as tf.Tensor,
          forward.map((_, axis) => forward.indexOf(axis)),
        ),
    };
  }),
  config('Sum', ['x'], (dy, [x]) => ({ x: () => tf.mul(tf.ones(x.shape), dy as tf.Tensor) })),
];

function config(kernelName: string, inputsToSave: string[], gradFunc: Gradient): GradientConfig {
  return { kernelName, inputsToSave, gradFunc };
}

function register(): void {
  for (const gradient of GRADIENTS) {
    if (!tf.getGradient(gradient.kernelName)) tf.registerGradient(gradient);
  }
}

/**
 * The gradient of the sum of all outputs of a chain of all-ones convolutions, with respect to each pixel of its input:
 * how often the pixel is read, over all paths. Computed by the current back end.
 *
 * @param size [height, width] of the input, pixels
 * @returns float32 [height * width], row by row
 */
export async function inputGradient(
  size: readonly [number, number],
  layers: readonly OnesLayer[],
): Promise<Float32Array> {
  register();
  const gradient = tf.tidy(() => {
    const total = (x: tf.Tensor) =>
      tf.sum(layers.reduce<tf.Tensor4D>(applyOnes, x as tf.Tensor4D)) as tf.Tensor;
    return tf.grad(total)(tf.ones([1, size[0], size[1], 1]));
  });
  const data = await gradient.data<'float32'>();
  gradient.dispose();
  return data;
}

/** A convolution with weights of its own, HWIO float32 [kernel, kernel, channels, outputs]; it has no activation. */
export interface WeightedLayer extends Omit<OnesLayer, 'dilation'> {
  channels: number;
  outputs: number;
  weights: Float32Array;
}

/** What one position of a stack's output hears of each pixel, averaged over some of its channels: [height * width]. */
export interface Footprint {
  /** Sum over the input's channels of |d output / d input|. */
  absolute: Float32Array;
  /** Sum over the input's channels of (d output / d input)^2. */
  square: Float32Array;
}

/**
 * The footprint of output position (`at`, `at`) of a chain of convolutions, which must read no padding. One picture of
 * the batch for each of the first `outputs` channels, so that signs do not cancel.
 *
 * @param size side of the square input, pixels
 */
export async function footprint(
  size: number,
  layers: readonly WeightedLayer[],
  at: number,
  outputs: number,
): Promise<Footprint> {
  register();
  const sums = tf.tidy(() => {
    const stack = (x: tf.Tensor) => layers.reduce<tf.Tensor4D>(applyWeighted, x as tf.Tensor4D);
    const input = tf.zeros([outputs, size, size, layers[0].channels]);
    const [batch, height, width, channels] = stack(input).shape;
    const chosen = new Float32Array(batch * height * width * channels);
    for (let o = 0; o < batch; o++)
      chosen[((o * height + at) * width + at) * channels + o] = 1 / batch;
    const gradient = tf.grad(stack)(input, tf.tensor4d(chosen, [batch, height, width, channels]));
    const square = tf.mul(tf.mul(gradient, gradient), batch);
    return tf.concat([tf.sum(tf.abs(gradient), [0, 3]), tf.sum(square, [0, 3])]);
  });
  const data = await sums.data<'float32'>();
  sums.dispose();
  return { absolute: data.slice(0, size * size), square: data.slice(size * size) };
}

function applyWeighted(
  input: tf.Tensor4D,
  { kernel, stride = 1, padding = 0, spaceToDepth: block = 1, ...layer }: WeightedLayer,
): tf.Tensor4D {
  const x = block > 1 ? spaceToDepth(input, block) : input;
  const sides: [number, number] = typeof padding === 'number' ? [padding, padding] : [...padding];
  const padded = sides.some((zeros) => zeros > 0) ? tf.pad(x, [[0, 0], sides, sides, [0, 0]]) : x;
  const shape: [number, number, number, number] = [kernel, kernel, x.shape[3], layer.outputs];
  return tf.conv2d(padded, tf.tensor4d(layer.weights, shape), stride, 'valid');
}

function applyOnes(
  input: tf.Tensor4D,
  { kernel, stride = 1, padding = 0, dilation = 1, spaceToDepth: block = 1 }: OnesLayer,
): tf.Tensor4D {
  const x = block > 1 ? spaceToDepth(input, block) : input;
  const sides: [number, number] = typeof padding === 'number' ? [padding, padding] : [...padding];
  const padded = sides.some((zeros) => zeros > 0) ? tf.pad(x, [[0, 0], sides, sides, [0, 0]]) : x;
  return tf.conv2d(padded, ones(kernel, dilation, x.shape[3]), stride, 'valid');
}

/** A filter of ones for one output channel. Dilation is written out as zeros: its gradient has no kernel. */
function ones(kernel: number, dilation: number, channels: number): tf.Tensor4D {
  const side = (kernel - 1) * dilation + 1;
  const taps = Array.from({ length: side * side }, (_, t) =>
    Math.floor(t / side) % dilation === 0 && (t % side) % dilation === 0 ? 1 : 0,
  );
  return tf.tensor4d(
    taps.flatMap((tap) => Array<number>(channels).fill(tap)),
    [side, side, channels, 1],
  );
}
