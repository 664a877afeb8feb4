import { say } from '../faults/index.ts';
import type { Graph } from '../model/index.ts';
import { readSafetensors, SafetensorsError, type Tensor, toFloat32 } from '../safetensors/index.ts';
import { EngineError } from './errors.ts';
import { checkNumbers, checkTensors, type Weights, type WeightTensor } from './weights.ts';

/**
 * The weights of a safetensors file, float16, bfloat16, float32 and float64, as float32. Tensors of other types are left
 * out: no network computes with them.
 *
 * @param graph where given, the file is held against it (weights.ts)
 * @throws EngineError `file` when the file is cut short, or of another format; `weights` or `not finite`
 */
export function readWeights(bytes: ArrayBuffer, graph?: Graph): Weights {
  const file = read(bytes);
  if (graph) checkTensors(graph, file);
  const weights = new Map<string, WeightTensor>();
  for (const [name, tensor] of file) {
    const data = toFloat32(tensor);
    if (data) weights.set(name, { shape: tensor.shape, data });
  }
  if (graph) checkNumbers(graph, weights);
  return weights;
}

function read(bytes: ArrayBuffer): ReadonlyMap<string, Tensor> {
  try {
    return readSafetensors(bytes).tensors;
  } catch (error) {
    if (!(error instanceof SafetensorsError)) throw error;
    throw new EngineError('file', say('engine', 'notRead', error.said));
  }
}
