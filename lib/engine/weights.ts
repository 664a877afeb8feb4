import type { Graph } from '../model/index.ts';
import { EngineError } from './errors.ts';

/** A tensor in PyTorch's layout: [out, in, kernel height, kernel width] for a convolution. */
export interface WeightTensor {
  shape: readonly number[];
  data: Float32Array;
}

export type Weights = ReadonlyMap<string, WeightTensor>;

/**
 * Makes sure that the weights are those of the graph: every tensor there, none too many, every shape right, every
 * number finite. Passed over are buffers that say nothing new: batch norm's `num_batches_tracked`, which counts the
 * batches of the training, and the `anchor_grid` of older detectors, which repeats the anchors.
 *
 * @throws EngineError `weights` or `not finite`, with the tensors in `details`
 */
export function checkWeights(graph: Graph, weights: Weights): void {
  const specs = new Map(graph.tensors.map((spec) => [spec.name, spec]));
  const faults: string[] = [];
  for (const { name, shape, optional } of graph.tensors) {
    const given = weights.get(name)?.shape.join(' x ');
    const wanted = shape.join(' x ');
    if (given === undefined && !optional) faults.push(`missing: ${name} (${wanted})`);
    else if (given !== undefined && given !== wanted) {
      faults.push(`misshaped: ${name} is ${given}, ${graph.name} needs ${wanted}`);
    }
  }
  for (const name of weights.keys()) {
    if (!specs.has(name) && !/\.(num_batches_tracked|anchor_grid)$/.test(name))
      faults.push(`extra: ${name}`);
  }
  if (faults.length > 0) {
    const count = faults.length === 1 ? '1 tensor does' : `${faults.length} tensors do`;
    throw new EngineError(
      'weights',
      `These weights are not of ${graph.name}: ${count} not fit. First of them, ${faults[0]}.`,
      faults,
    );
  }
  checkFinite(weights);
}

function checkFinite(weights: Weights): void {
  const broken = [...weights].filter(([, { data }]) => !data.every(Number.isFinite));
  if (broken.length === 0) return;
  const names = broken.map(([name]) => name);
  const tensors =
    names.length === 1 ? `the tensor ${names[0]}` : `${names.length} tensors, first ${names[0]}`;
  throw new EngineError(
    'not finite',
    `These weights hold numbers that are not finite (NaN or infinity), in ${tensors}.`,
    names,
  );
}
