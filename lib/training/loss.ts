import * as tf from '@tensorflow/tfjs-core';

/** What a batch says of a network: float32 [2], the mean cross-entropy and the share of right answers. */
export interface Judged {
  measures: tf.Tensor1D;
  /** Of the loss with respect to the logits, [n, classes]. */
  gradient: tf.Tensor2D;
}

/**
 * Mean cross-entropy after softmax, in nats.
 *
 * @param logits [n, classes]
 * @param truth one-hot, [n, classes]
 */
export function crossEntropy(logits: tf.Tensor2D, truth: tf.Tensor2D): Judged {
  const [n] = logits.shape;
  const shifted = tf.sub(logits, tf.max(logits, 1, true));
  const powers = tf.exp(shifted);
  const sums = tf.sum(powers, 1, true);
  const probabilities = tf.div(powers, sums);
  const losses = tf.sub(tf.log(sums), tf.sum(tf.mul(shifted, truth), 1, true));
  const right = tf.equal(tf.argMax(logits, 1), tf.argMax(truth, 1));
  const measures = tf.stack([tf.mean(losses), tf.mean(tf.cast(right, 'float32'))]);
  const gradient = tf.mul(tf.sub(probabilities, truth), 1 / n);
  return { measures: measures as tf.Tensor1D, gradient: gradient as tf.Tensor2D };
}
