import { readFileSync } from 'node:fs';
import { syntheticTensor } from '#lib/engine/index.ts';
import { toNhwc } from '#lib/engine/layouts.ts';
import { buildGraph } from '#lib/model/index.ts';
import { readArchitectures } from '../architectures.ts';
import { weightsFile } from '../fixtures.ts';
import { type Case, onnxFile } from './cases.ts';
import type { Network } from './sides.ts';

/** The network of a case with the same synthetic weights and picture for both engines. */
export function networkOf(one: Case): Network {
  const graph = buildGraph(readArchitectures().get(one.name), { size: one.size });
  const { height, width, channels } = graph.picture;
  const shape = [1, channels, height, width];
  const planar = syntheticTensor({ name: 'input', shape }).data;
  const { buffer, byteOffset, byteLength } = readFileSync(onnxFile(one));
  return {
    graph,
    form: one.form,
    weights: weightsFile(graph),
    onnx: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
    input: toNhwc(planar, height, width, channels),
    planar,
  };
}
