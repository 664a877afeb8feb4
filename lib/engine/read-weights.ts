import {
  halvesToFloat32,
  readSafetensors,
  SafetensorsError,
  type Tensor,
} from '../safetensors/index.ts';
import { EngineError } from './errors.ts';
import type { Weights, WeightTensor } from './weights.ts';

/**
 * The weights of a safetensors file, float16 and float32, as float32.
 *
 * @throws EngineError `file` when the file is cut short, of another format, or of another type of numbers
 */
export function readWeights(bytes: ArrayBuffer): Weights {
  const tensors = new Map<string, WeightTensor>();
  for (const [name, tensor] of read(bytes)) {
    // The counter that batch norm keeps while training, the one whole number in a state dict.
    if (name.endsWith('num_batches_tracked')) continue;
    tensors.set(name, { shape: tensor.shape, data: toFloat32(name, tensor) });
  }
  return tensors;
}

function read(bytes: ArrayBuffer): Map<string, Tensor> {
  try {
    return readSafetensors(bytes).tensors;
  } catch (error) {
    if (!(error instanceof SafetensorsError)) throw error;
    throw new EngineError('file', `The weights cannot be read: ${error.message}.`);
  }
}

function toFloat32(name: string, { dtype, data }: Tensor): Float32Array {
  if (data instanceof Float32Array) return data;
  if (dtype === 'F16' && data instanceof Uint16Array) return halvesToFloat32(data);
  throw new EngineError('file', `The tensor ${name} holds ${dtype}; weights are F32 or F16.`);
}
