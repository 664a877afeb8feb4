import { weightsFile } from '#commands/fixtures.ts';
import { syntheticWeights } from '#lib/engine/index.ts';
import { parseArchitecture } from '#lib/model/architecture.ts';
import { buildGraph, type Graph } from '#lib/model/index.ts';
import { type Tensor, writeSafetensors } from '#lib/safetensors/index.ts';

/** A network of two convolutions around a space-to-depth: small, and with every step that a fault can sit in. */
export const SMALL = `
nc: 5
depth_multiple: 1.0
width_multiple: 1.0
backbone:
  - [-1, 1, Conv, [8, 3, 1]]
  - [-1, 1, space_to_depth, [1]]
  - [-1, 1, Conv, [8, 1, 1]]
`;

export const small: Graph = buildGraph(parseArchitecture(SMALL, { name: 'small' }), { size: 8 });

/** The small network's weights, with some tensors changed or (undefined) left out. */
export function smallWeights(changes: Record<string, Tensor | undefined> = {}): ArrayBuffer {
  const tensors: Record<string, Tensor | undefined> = {};
  for (const [name, { shape, data }] of syntheticWeights(small))
    tensors[name] = { dtype: 'F32', shape, data };
  const all = Object.entries({ ...tensors, ...changes });
  const kept = all.filter((entry): entry is [string, Tensor] => entry[1] !== undefined);
  return writeSafetensors(Object.fromEntries(kept)).buffer;
}

export { weightsFile };
