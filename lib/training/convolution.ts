// A convolution and its gradients, written so that every part is again a convolution with stride 1: the one thing that
// TensorFlow.js does fast on every back end. Its own gradient kernels are plain loops on wasm, or missing.
import * as tf from '@tensorflow/tfjs-core';
import { depthToSpace, spaceToDepth } from '../engine/space-to-depth.ts';
import type { ConvolutionLayer } from '../stack/ways.ts';

/** How a convolution over the cells of a space-to-depth, or over the pixels themselves, stands in the map. */
interface Window {
  /** Side, cells. */
  side: number;
  /** Cells of zeros before and after, along both axes. */
  pads: readonly [before: number, after: number];
}

/** The gradients of one layer: of its weights and bias as one vector, and of its input. */
export interface LayerGradients {
  /** float32 [weights + outputs]: rows (ky, kx, input channel) by outputs, then the bias. */
  parameters: tf.Tensor1D;
  /** NHWC; undefined where nobody asked. */
  input?: tf.Tensor4D;
}

/**
 * A convolution of NHWC maps, then ReLU where the layer has one. A stride of 2 is carried out as space-to-depth and a
 * convolution with stride 1 whose kernel holds the same weights and zeros: the equivalence that the chapters prove.
 */
export class Convolution {
  readonly layer: ConvolutionLayer;
  private readonly window: Window;
  private readonly moved?: RowMoves;

  constructor(layer: ConvolutionLayer) {
    this.layer = layer;
    const { kernel, stride, padding } = layer;
    if (stride === 1) {
      this.window = { side: kernel, pads: [padding, kernel - 1 - padding] };
      return;
    }
    this.moved = rowMoves(layer);
    const before = Math.ceil(padding / 2);
    this.window = { side: this.moved.side, pads: [before, this.moved.side - 1 - before] };
  }

  /**
   * @param x NHWC [n, h, w, inputs]
   * @param filter [kernel * kernel * inputs, outputs], rows in the order ky, kx, input channel
   * @param bias [outputs]
   */
  forward(x: tf.Tensor4D, filter: tf.Tensor2D, bias: tf.Tensor1D): tf.Tensor4D {
    const { pads } = this.window;
    return tf.fused.conv2d({
      x: this.cells(x),
      filter: this.laidOut(filter),
      strides: 1,
      pad: explicit(pads),
      bias,
      activation: this.layer.relu ? 'relu' : 'linear',
    });
  }

  /**
   * @param x what {@link forward} was given, `y` what it answered
   * @param gradient of y, NHWC
   * @param ofInput whether the gradient of the input is wanted
   */
  backward(
    x: tf.Tensor4D,
    y: tf.Tensor4D,
    gradient: tf.Tensor4D,
    filter: tf.Tensor2D,
    ofInput: boolean,
  ): LayerGradients {
    const dy = this.layer.relu ? tf.mul(gradient, tf.step(y)) : gradient;
    const cells = this.cells(x);
    const weights = this.gathered(this.filterGradient(cells, dy as tf.Tensor4D));
    const bias = tf.sum(tf.reshape(dy, [-1, this.layer.outputs]), 0);
    const parameters = tf.concat([tf.reshape(weights, [-1]), bias]) as tf.Tensor1D;
    if (!ofInput) return { parameters };
    const dx = this.inputGradient(dy as tf.Tensor4D, filter);
    return { parameters, input: this.moved ? depthToSpace(dx, 2) : dx };
  }

  /**
   * The gradient of the input: the output's gradient, convolved with the filter turned by half a turn, its channels
   * changed places. With a stride the gradient would first be stuffed with zeros; space-to-depth spares them.
   */
  private inputGradient(dy: tf.Tensor4D, filter: tf.Tensor2D): tf.Tensor4D {
    const { side, pads } = this.window;
    const [, , inputs, outputs] = this.shape;
    const taps = tf.reshape(this.laidOut(filter), [side * side, inputs, outputs]);
    const turned = tf.transpose(tf.reverse(taps, 0), [0, 2, 1]);
    const pad = explicit([side - 1 - pads[0], side - 1 - pads[1]]);
    return tf.conv2d(dy, tf.reshape(turned, [side, side, outputs, inputs]), 1, pad);
  }

  /**
   * The gradient of the filter, [side, side, inputs, outputs]: the input as pictures of one channel each whose channels
   * are the pictures of the batch, convolved with the output's gradient as the filter.
   */
  private filterGradient(cells: tf.Tensor4D, dy: tf.Tensor4D): tf.Tensor4D {
    const pictures = tf.transpose(cells, [3, 1, 2, 0]);
    const taps = tf.transpose(dy, [1, 2, 0, 3]);
    const swapped = tf.conv2d(pictures, taps as tf.Tensor4D, 1, explicit(this.window.pads));
    return tf.transpose(swapped as tf.Tensor4D, [1, 2, 0, 3]);
  }

  private cells(x: tf.Tensor4D): tf.Tensor4D {
    return this.moved ? spaceToDepth(x, 2) : x;
  }

  private get shape(): [number, number, number, number] {
    const { side } = this.window;
    const { inputs, outputs } = this.layer;
    return [side, side, this.moved ? 4 * inputs : inputs, outputs];
  }

  /** The filter as the convolution with stride 1 reads it. */
  private laidOut(filter: tf.Tensor2D): tf.Tensor4D {
    if (!this.moved) return tf.reshape(filter, this.shape);
    const withZeros = tf.pad(filter, [
      [0, 1],
      [0, 0],
    ]);
    return tf.reshape(tf.gather(withZeros, tf.tensor1d(this.moved.there, 'int32')), this.shape);
  }

  private gathered(gradient: tf.Tensor4D): tf.Tensor {
    if (!this.moved) return gradient;
    const rows = tf.reshape(gradient, [-1, this.layer.outputs]);
    return tf.gather(rows, tf.tensor1d(this.moved.back, 'int32'));
  }
}

function explicit([before, after]: readonly [number, number]): [
  [number, number],
  [number, number],
  [number, number],
  [number, number],
] {
  return [
    [0, 0],
    [before, after],
    [before, after],
    [0, 0],
  ];
}

/** Where the rows of a strided kernel stand in its equal after space-to-depth. */
interface RowMoves {
  /** Side of that kernel, cells. */
  side: number;
  /** For each of its rows the row of the strided kernel; one past the last for zeros. */
  there: Int32Array;
  /** For each row of the strided kernel its row there. */
  back: Int32Array;
}

/** Tap u of a kernel with padding p reads row 2i + u - p of the map: cell i + (u - p) >> 1, phase (u - p) & 1. */
function rowMoves({ kernel, padding, inputs }: ConvolutionLayer): RowMoves {
  const before = Math.ceil(padding / 2);
  const front = 2 * before - padding;
  const side = Math.ceil((kernel + front) / 2);
  const there = new Int32Array(side * side * 4 * inputs).fill(kernel * kernel * inputs);
  const back = new Int32Array(kernel * kernel * inputs);
  for (let u = 0; u < kernel; u++)
    for (let v = 0; v < kernel; v++)
      for (let c = 0; c < inputs; c++) {
        const [y, x] = [u + front, v + front];
        const phase = 2 * (x & 1) + (y & 1);
        const row = (((y >> 1) * side + (x >> 1)) * 4 + phase) * inputs + c;
        const own = (u * kernel + v) * inputs + c;
        there[row] = own;
        back[own] = row;
      }
  return { side, there, back };
}
