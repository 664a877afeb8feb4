import type * as tf from '@tensorflow/tfjs-core';
import { unlessLost } from './context.ts';

/** A map or a vector of logits: NHWC float32. */
export interface Output {
  data: Float32Array;
  shape: number[];
}

/** Reads tensors from the back end, and frees them. */
export async function read(tensors: readonly tf.Tensor[]): Promise<Output[]> {
  try {
    const outputs: Output[] = [];
    for (const tensor of tensors) {
      outputs.push({ data: await unlessLost(tensor.data<'float32'>()), shape: tensor.shape });
    }
    return outputs;
  } finally {
    for (const tensor of tensors) tensor.dispose();
  }
}
