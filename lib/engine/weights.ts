import { type Said, say } from '../faults/index.ts';
import type { Graph } from '../model/index.ts';
import { type DType, isFloat } from '../safetensors/index.ts';
import { EngineError } from './errors.ts';

/** A tensor in PyTorch's layout: [out, in, kernel height, kernel width] for a convolution. */
export interface WeightTensor {
  shape: readonly number[];
  data: Float32Array;
}

export type Weights = ReadonlyMap<string, WeightTensor>;

/** What a file's header says of a tensor. */
export interface TensorHead {
  dtype: DType;
  shape: readonly number[];
}

/** What no network reads, and every training leaves behind. */
const PASSED_OVER = /(^|\.)(num_batches_tracked|anchor_grid)$/;

/**
 * Makes sure that a file's tensors are those of the graph: every one there, none too many, every shape right, all of
 * floating-point numbers. Passed over are buffers that say nothing new: batch norm's `num_batches_tracked`, which counts
 * the batches of the training, and the `anchor_grid` of older detectors, which repeats the anchors.
 *
 * @param heads by name; a header is enough, so that a file of another network is refused before it is read
 * @returns the tensors of whole numbers and truth values that the graph does not use, by name
 * @throws EngineError `weights`, with the tensors in `details`
 */
export function checkTensors(graph: Graph, heads: ReadonlyMap<string, TensorHead>): string[] {
  const specs = new Map(graph.tensors.map((spec) => [spec.name, spec]));
  const faults: Said[] = [];
  for (const { name, shape, optional } of graph.tensors) {
    const head = heads.get(name);
    const given = head?.shape.join(' x ');
    const wanted = shape.join(' x ');
    if (!head) {
      if (!optional) faults.push(say('engine', 'tensorMissing', name, wanted));
    } else if (given !== wanted) {
      faults.push(say('engine', 'tensorMisshaped', name, given!, graph.name, wanted));
    } else if (!isFloat(head.dtype)) {
      faults.push(say('engine', 'tensorType', name, head.dtype));
    }
  }
  const unused: string[] = [];
  for (const [name, { dtype }] of heads) {
    if (specs.has(name) || PASSED_OVER.test(name)) continue;
    if (isFloat(dtype)) faults.push(say('engine', 'tensorExtra', name));
    else unused.push(name);
  }
  if (faults.length > 0) {
    const said = say('engine', 'otherWeights', graph.name, faults.length, faults[0]);
    throw new EngineError('weights', said, faults);
  }
  return unused;
}

/**
 * Makes sure that every number is finite, and that no variance is negative: its square root would be none.
 *
 * @throws EngineError `not finite`, with the tensors in `details`
 */
export function checkNumbers({ operations }: Graph, weights: Weights): void {
  const infinite = [...weights].filter(([, { data }]) => !data.every(Number.isFinite));
  refuse(infinite, 'notFinite');
  const negative = operations.flatMap((operation) => {
    if (operation.kind !== 'batch norm') return [];
    const name = `${operation.name}.running_var`;
    const found = weights.get(name)?.data.some((value) => value + operation.epsilon <= 0);
    return found ? [[name] as const] : [];
  });
  refuse(negative, 'negative');
}

function refuse(
  broken: readonly (readonly [string, ...unknown[]])[],
  what: 'notFinite' | 'negative',
): void {
  if (broken.length === 0) return;
  const names = broken.map(([name]) => name);
  throw new EngineError('not finite', say('engine', what, names.length, names[0]), names);
}
