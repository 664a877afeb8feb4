// Space-to-depth of tensors, and its way back.
import * as tf from '@tensorflow/tfjs-core';

/**
 * Space-to-depth of NHWC [n, h, w, c] in the published order, o = (block*dx + dy)*c + i. Seen as [n*h/s, dy, w, c],
 * it is one transpose of dy and the columns: the columns then split into w/s and dx by themselves.
 */
export function spaceToDepth(x: tf.Tensor4D, block: number): tf.Tensor4D {
  const [n, h, w, c] = x.shape;
  const rows = tf.reshape(x, [(n * h) / block, block, w, c]);
  const columns = tf.transpose(rows, [0, 2, 1, 3]);
  return tf.reshape(columns, [n, h / block, w / block, block * block * c]);
}

/** The way back of {@link spaceToDepth}: NHWC [n, h, w, c * block^2] to [n, h * block, w * block, c]. */
export function depthToSpace(x: tf.Tensor4D, block: number): tf.Tensor4D {
  const [n, h, w, c] = x.shape;
  const channels = c / block ** 2;
  const columns = tf.reshape(x, [n * h, w * block, block, channels]);
  return tf.reshape(tf.transpose(columns, [0, 2, 1, 3]), [n, h * block, w * block, channels]);
}
