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
  const faults: string[] = [];
  for (const { name, shape, optional } of graph.tensors) {
    const head = heads.get(name);
    const given = head?.shape.join(' x ');
    const wanted = shape.join(' x ');
    if (!head) {
      if (!optional) faults.push(`missing: ${name} (${wanted})`);
    } else if (given !== wanted) {
      faults.push(`misshaped: ${name} is ${given || 'one number'}, ${graph.name} needs ${wanted}`);
    } else if (!isFloat(head.dtype)) {
      faults.push(`of another type: ${name} holds ${head.dtype}, not F32, F16, BF16 or F64`);
    }
  }
  const unused: string[] = [];
  for (const [name, { dtype }] of heads) {
    if (specs.has(name) || PASSED_OVER.test(name)) continue;
    if (isFloat(dtype)) faults.push(`extra: ${name}`);
    else unused.push(name);
  }
  if (faults.length > 0) {
    const count = faults.length === 1 ? '1 tensor does' : `${faults.length} tensors do`;
    throw new EngineError(
      'weights',
      `These weights are not of ${graph.name}: ${count} not fit. First of them, ${faults[0]}.`,
      faults,
    );
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
  refuse(infinite, 'hold numbers that are not finite (NaN or infinity)');
  const negative = operations.flatMap((operation) => {
    if (operation.kind !== 'batch norm') return [];
    const name = `${operation.name}.running_var`;
    const found = weights.get(name)?.data.some((value) => value + operation.epsilon <= 0);
    return found ? [[name] as const] : [];
  });
  refuse(negative, 'hold negative variances');
}

function refuse(broken: readonly (readonly [string, ...unknown[]])[], what: string): void {
  if (broken.length === 0) return;
  const names = broken.map(([name]) => name);
  const tensors =
    names.length === 1 ? `the tensor ${names[0]}` : `${names.length} tensors, first ${names[0]}`;
  throw new EngineError('not finite', `These weights ${what}, in ${tensors}.`, names);
}
