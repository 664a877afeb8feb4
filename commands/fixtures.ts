import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { syntheticInput, syntheticWeights } from '#lib/engine/index.ts';
import { parseArchitecture } from '#lib/model/architecture.ts';
import { type Architecture, buildGraph, type Graph } from '#lib/model/index.ts';
import { readSafetensors, type Tensor, writeSafetensors } from '#lib/safetensors/index.ts';
import { readArchitectures } from './architectures.ts';
import { sayFaults } from './lib/say-faults.ts';

sayFaults();

const FOLDER = new URL('../tests/fixtures/parity/', import.meta.url);

/** What PyTorch computed for an architecture with synthetic weights and a synthetic picture. */
export interface Fixture {
  name: string;
  graph: Graph;
  input: Float32Array;
  /** A safetensors file of the synthetic weights. */
  weights: ArrayBuffer;
  /** NCHW, or [n, classes] of a classifier. */
  expected: Tensor[];
  /** Largest absolute number that PyTorch gave. */
  largest: number;
  /** Largest difference allowed: modules and the pico detectors 1e-4, the published sizes 1e-3. */
  limit: number;
}

export function fixtureNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.safetensors'))
    .map((file) => file.replace('.safetensors', ''));
}

function readFile(name: string) {
  return readSafetensors(new Uint8Array(readFileSync(new URL(`${name}.safetensors`, FOLDER))));
}

/** The graph of a fixture, for the size of its picture. */
export function fixtureGraph(name: string): Graph {
  const { metadata } = readFile(name);
  const [, , height, width] = JSON.parse(metadata.get('inputShape') ?? '') as number[];
  return buildGraph(architecture(name, metadata.get('architecture') ?? name), {
    size: [height, width],
  });
}

/** A fixture with its synthetic weights and picture. */
export function readFixture(name: string): Fixture {
  const graph = fixtureGraph(name);
  const expected = [...readFile(name).tensors.values()];
  return {
    name,
    graph,
    input: syntheticInput(graph),
    weights: weightsFile(graph),
    expected,
    largest: Math.max(...expected.map(largestOf)),
    limit: graph.parameters > 1e6 ? 1e-3 : 1e-4,
  };
}

function architecture(fixture: string, name: string): Architecture {
  const mini = new URL(`${fixture}.yaml`, FOLDER);
  if (existsSync(mini)) return parseArchitecture(readFileSync(mini, 'utf8'), { name: fixture });
  return readArchitectures().get(name);
}

/** A float32 safetensors file with the synthetic weights of a graph. */
export function weightsFile(graph: Graph): ArrayBuffer {
  const tensors = [...syntheticWeights(graph)].map(
    ([name, { shape, data }]) => [name, { dtype: 'F32', shape, data }] as const,
  );
  return writeSafetensors(Object.fromEntries(tensors)).buffer;
}

function largestOf({ data }: Tensor): number {
  let most = 0;
  for (let i = 0; i < data.length; i++) most = Math.max(most, Math.abs(Number(data[i])));
  return most;
}

/** Largest absolute difference of an engine's NHWC output from PyTorch's NCHW one; Infinity when shapes differ. */
export function largestDifference(
  { data, shape: [n, height, width, channels] }: { data: Float32Array; shape: number[] },
  expected: Tensor,
): number {
  const [batch, outputs, rows = 1, columns = 1] = expected.shape;
  if (batch !== n || outputs !== channels || rows !== height || columns !== width) return Infinity;
  const area = height * width;
  let most = 0;
  for (let i = 0; i < data.length; i++) {
    const [image, inside] = [Math.floor(i / (area * channels)), i % (area * channels)];
    const at = (image * channels + (inside % channels)) * area + Math.floor(inside / channels);
    const difference = Math.abs(data[i] - Number(expected.data[at]));
    // Not Math.max alone: NaN has to count as different.
    most = difference <= most ? most : Number.isNaN(difference) ? Infinity : difference;
  }
  return most;
}
