import type { Graph, TensorSpec } from '../model/index.ts';
import { elements, type Tensor, writeSafetensors } from '../safetensors/index.ts';
import { pause, throwIfCancelled } from './cancel.ts';
import type { LoadOptions } from './download.ts';
import { toNhwc } from './layouts.ts';
import type { Weights, WeightTensor } from './weights.ts';

/** FNV-1a, 32 bits, of the text's UTF-8 bytes. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** Element `index` of the sequence that belongs to a hash: MurmurHash3's finaliser, in [0, 1). */
function uniform(hash: number, index: number): number {
  let v = (hash + Math.imul(index, 0x9e3779b9)) >>> 0;
  v = Math.imul(v ^ (v >>> 16), 0x85ebca6b);
  v = Math.imul(v ^ (v >>> 13), 0xc2b2ae35);
  return ((v ^ (v >>> 16)) >>> 0) / 2 ** 32;
}

/** Where the values of a tensor lie: u in [0, 1) becomes offset + scale * u. */
function range({ name, shape }: TensorSpec, normalised: boolean): [offset: number, scale: number] {
  const leaf = name.slice(name.lastIndexOf('.') + 1);
  if (leaf === 'weight' && shape.length >= 2) {
    const bound = Math.sqrt(6 / shape.slice(1).reduce((product, size) => product * size, 1));
    return [-bound, 2 * bound];
  }
  if (leaf === 'weight') return [0.75, 0.5];
  if (leaf === 'running_var') return [0.5, 1];
  if (leaf === 'running_mean' || (leaf === 'bias' && normalised)) return [-0.2, 0.4];
  if (leaf === 'bias') return [-0.1, 0.2];
  if (leaf === 'input') return [0, 1];
  throw new RangeError(`synthetic weights: no rule for the tensor '${name}'`);
}

/**
 * The tensor that its name stands for, the same values here and in `training/`: a parity fixture then stores outputs
 * only. `normalised` tells a batch norm's bias from a convolution's.
 */
export function syntheticTensor(spec: TensorSpec, normalised = false): WeightTensor {
  const [offset, scale] = range(spec, normalised);
  const hash = fnv1a(spec.name);
  const length = spec.shape.reduce((product, size) => product * size, 1);
  const data = Float32Array.from({ length }, (_, i) => offset + scale * uniform(hash, i));
  return { shape: spec.shape, data };
}

function* syntheticTensors(graph: Graph): Generator<[string, WeightTensor]> {
  const needed = graph.tensors.filter((tensor) => !tensor.optional);
  const names = new Set(needed.map(({ name }) => name));
  for (const spec of needed) {
    const statistics = spec.name.replace(/bias$/, 'running_mean');
    const normalised = statistics !== spec.name && names.has(statistics);
    yield [spec.name, syntheticTensor(spec, normalised)];
  }
}

/** Weights for every tensor that a graph needs. */
export function syntheticWeights(graph: Graph): Weights {
  return new Map(syntheticTensors(graph));
}

/** How long the making of numbers may go on before messages are let in, milliseconds. */
const BREATH = 50;

/** A float32 safetensors file with the synthetic weights of a graph. Tens of millions of numbers take seconds. */
export async function syntheticFile(
  graph: Graph,
  { signal, onProgress }: Pick<LoadOptions, 'signal' | 'onProgress'> = {},
): Promise<ArrayBuffer> {
  const needed = graph.tensors.filter((tensor) => !tensor.optional);
  const total = needed.reduce((sum, { shape }) => sum + 4 * elements(shape), 0);
  const tensors: Record<string, Tensor> = {};
  let loaded = 0;
  let last = performance.now();
  for (const [name, { shape, data }] of syntheticTensors(graph)) {
    tensors[name] = { dtype: 'F32', shape, data };
    loaded += data.byteLength;
    if (performance.now() - last < BREATH) continue;
    onProgress?.({ phase: 'prepare', loaded, total });
    await pause();
    throwIfCancelled(signal);
    last = performance.now();
  }
  return writeSafetensors(tensors).buffer;
}

/** The synthetic picture, NHWC float32 [1, height, width, channels]; its values are drawn in PyTorch's NCHW order. */
export function syntheticInput({ picture: { height, width, channels } }: Graph): Float32Array {
  const { data } = syntheticTensor({ name: 'input', shape: [1, channels, height, width] });
  return toNhwc(data, height, width, channels);
}
