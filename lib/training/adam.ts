import * as tf from '@tensorflow/tfjs-core';

const MOMENTUM = 0.9;
const SQUARES = 0.999;
const EPSILON = 1e-8;

/** Adam over all parameters of a network as one vector (Kingma and Ba, 2015), as PyTorch computes it. */
export class Adam {
  readonly rate: number;
  private steps = 0;
  private mean: tf.Tensor1D;
  private square: tf.Tensor1D;

  /** @param rate learning rate */
  constructor(parameters: number, rate: number) {
    this.rate = rate;
    this.mean = tf.zeros([parameters]);
    this.square = tf.zeros([parameters]);
  }

  /** The parameters after one step; the tensors given are left alone. Call it outside of `tf.tidy`. */
  step(parameters: tf.Tensor1D, gradient: tf.Tensor1D): tf.Tensor1D {
    this.steps++;
    const [mean, square, next] = tf.tidy(() => {
      const mean = tf.add(tf.mul(this.mean, MOMENTUM), tf.mul(gradient, 1 - MOMENTUM));
      const square = tf.add(tf.mul(this.square, SQUARES), tf.mul(tf.square(gradient), 1 - SQUARES));
      const size = this.rate / (1 - MOMENTUM ** this.steps);
      const spread = tf.mul(tf.sqrt(square), 1 / Math.sqrt(1 - SQUARES ** this.steps));
      const change = tf.mul(tf.div(mean, tf.add(spread, EPSILON)), size);
      return [mean, square, tf.sub(parameters, change)];
    });
    this.dispose();
    this.mean = mean as tf.Tensor1D;
    this.square = square as tf.Tensor1D;
    return next as tf.Tensor1D;
  }

  dispose(): void {
    this.mean.dispose();
    this.square.dispose();
  }
}
