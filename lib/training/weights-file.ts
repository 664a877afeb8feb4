// The trained numbers as a safetensors file, under PyTorch's names and in its order of axes, and back.
import { Fault, type Key, say, type ValuesOf } from '../faults/index.ts';
import { readSafetensors, type Tensor, toFloat32, writeSafetensors } from '../safetensors/index.ts';
import { readStack, type Stack, writeStack } from '../stack/stack.ts';
import { ownIndex, trainedLayers } from '../stack/trained.ts';
import { isConvolution, WAYS } from '../stack/ways.ts';
import { layersOf, type NetworkPlan, pair, SIDES, WIDEST } from './plan.ts';

/** The tensors by name: `halve1.weight` [outputs, inputs, kernel, kernel], `halve1.bias` [outputs], and so on. */
export function namedTensors(plan: NetworkPlan, numbers: Float32Array): Map<string, Tensor> {
  const tensors = new Map<string, Tensor>();
  for (const { layer, kernel, bias } of trainedLayers(layersOf(plan), numbers)) {
    const { name, inputs, outputs, kernel: side } = layer;
    const shape = [outputs, inputs, side, side];
    tensors.set(`${name}.weight`, { dtype: 'F32', shape, data: kernel.data });
    tensors.set(`${name}.bias`, { dtype: 'F32', shape: [outputs], data: bias });
  }
  return tensors;
}

/**
 * A network's numbers from tensors by name, as {@link namedTensors} gives them.
 *
 * @throws SafetensorsError that names the tensor which is missing, or of another shape or type
 */
export function numbersOf(plan: NetworkPlan, tensors: ReadonlyMap<string, Tensor>): Float32Array {
  const parts: Float32Array[] = [];
  for (const layer of layersOf(plan).filter(isConvolution)) {
    const { name, kernel, inputs, outputs } = layer;
    const taps = kernel ** 2;
    const weights = read(tensors, `${name}.weight`, [outputs, inputs, kernel, kernel]);
    const rows = new Float32Array(weights.length);
    for (let o = 0; o < outputs; o++)
      for (let c = 0; c < inputs; c++)
        for (let tap = 0; tap < taps; tap++)
          rows[ownIndex(layer, o, c, tap)] = weights[(o * inputs + c) * taps + tap];
    parts.push(rows, read(tensors, `${name}.bias`, [outputs]));
  }
  const numbers = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let begin = 0;
  for (const part of parts) {
    numbers.set(part, begin);
    begin += part.length;
  }
  return numbers;
}

function read(tensors: ReadonlyMap<string, Tensor>, name: string, shape: readonly number[]) {
  const tensor = tensors.get(name);
  if (!tensor) throw fault('missing', name);
  if (String(tensor.shape) !== String(shape))
    throw fault('shape', name, tensor.shape.join(', '), shape.join(', '));
  const data = toFloat32(tensor);
  if (!data) throw fault('type', name, tensor.dtype);
  if (data.some((value) => !Number.isFinite(value))) throw fault('notFinite', name);
  return data;
}

/** A safetensors file of a network, which says what network it is. `notes` are written beside that. */
export function networkFile(
  plan: NetworkPlan,
  numbers: Float32Array,
  notes: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const { side, classes } = plan;
  const own = {
    stages: writeStack(plan.stages),
    side: String(side),
    classes: String(classes),
  };
  return writeSafetensors(namedTensors(plan, numbers), { ...notes, ...own });
}

/** What a file of {@link networkFile} holds. */
export interface StoredNetwork {
  plan: NetworkPlan;
  numbers: Float32Array;
  notes: ReadonlyMap<string, string>;
}

/** @throws SafetensorsError, or another Fault where it is a file of something else */
export function readNetworkFile(bytes: ArrayBuffer): StoredNetwork {
  const { tensors, metadata } = readSafetensors(bytes);
  const stages = stagesOf(metadata);
  if (!stages) throw fault('foreign');
  const plan = {
    stages,
    side: count(metadata, 'side', SIDES[SIDES.length - 1]),
    classes: count(metadata, 'classes', 100),
  };
  if (plan.side % 2 ** stages.length !== 0) throw fault('says', 'side', metadata.get('side'));
  return { plan, numbers: numbersOf(plan, tensors), notes: metadata };
}

/** The halvings that a file names; one of before there were stacks names a way and the width of the first of two. */
function stagesOf(metadata: ReadonlyMap<string, string>): Stack | undefined {
  const written = metadata.get('stages');
  if (written !== undefined) return readStack(written);
  const way = WAYS.find((known) => known === metadata.get('way'));
  return way && pair(way, count(metadata, 'width', WIDEST));
}

function count(metadata: ReadonlyMap<string, string>, name: string, most: number): number {
  const value = Number(metadata.get(name));
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw fault('says', name, metadata.get(name));
  return value;
}

function fault<K extends Key<'training'>>(key: K, ...values: ValuesOf<'training', K>): Fault {
  return new Fault(say('training', key, ...values));
}
