import * as tf from '@tensorflow/tfjs-core';

const MOMENTUM = 0.9;
const SQUARES = 0.999;
const EPSILON = 1e-8;

/** Where it stands. */
export interface AdamState {
  /** Steps done. */
  steps: number;
  /** Moving means of the gradient and of its square, a number for each parameter. */
  mean: tf.Tensor1D;
  square: tf.Tensor1D;
}

/** Adam over all parameters of a network as one vector (Kingma and Ba, 2015), as PyTorch computes it. */
export class Adam {
  readonly rate: number;
  private now: AdamState;

  /**
   * @param rate learning rate
   * @param from where it goes on; its tensors are this one's from now on
   */
  constructor(parameters: number, rate: number, from?: AdamState) {
    this.rate = rate;
    this.now = from ?? { steps: 0, mean: tf.zeros([parameters]), square: tf.zeros([parameters]) };
  }

  /** Where it stands; the tensors stay its own. */
  get state(): Readonly<AdamState> {
    return this.now;
  }

  /** The parameters after one step; the tensors given are left alone. Call it outside of `tf.tidy`. */
  step(parameters: tf.Tensor1D, gradient: tf.Tensor1D): tf.Tensor1D {
    const before = this.now;
    const steps = before.steps + 1;
    const [mean, square, next] = tf.tidy(() => {
      const mean = tf.add(tf.mul(before.mean, MOMENTUM), tf.mul(gradient, 1 - MOMENTUM));
      const square = tf.add(
        tf.mul(before.square, SQUARES),
        tf.mul(tf.square(gradient), 1 - SQUARES),
      );
      const size = this.rate / (1 - MOMENTUM ** steps);
      const spread = tf.mul(tf.sqrt(square), 1 / Math.sqrt(1 - SQUARES ** steps));
      const change = tf.mul(tf.div(mean, tf.add(spread, EPSILON)), size);
      return [mean as tf.Tensor1D, square as tf.Tensor1D, tf.sub(parameters, change)];
    });
    this.dispose();
    this.now = { steps, mean, square };
    return next as tf.Tensor1D;
  }

  dispose(): void {
    tf.dispose([this.now.mean, this.now.square]);
  }
}
