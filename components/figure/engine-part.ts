// What the footprint check asks of the engine: loaded when the widget comes into view.
import type { EngineClient } from '#lib/engine/client.ts';
import { fetchBytes } from '#lib/engine/download.ts';
import type { BackendName, OnesLayer, WeightedLayer } from '#lib/engine/index.ts';
import { readWeights } from '#lib/engine/read-weights.ts';
import { pictureOf } from '#lib/figures/footprint/image.ts';
import { type Params, spdLayers, stridedLayers } from '#lib/figures/footprint/model.ts';
import {
  type Checkpoint,
  folded,
  randomStack,
  roomFor,
  summary,
  trainedStack,
  windowsOf,
} from '#lib/figures/footprint/stacks.ts';
import { fieldOf, pathCounts, type StackLayer } from '#lib/spd/index.ts';

/** Output channels that are looked at. */
const CHANNELS = 8;

export interface Side {
  /** Address of the footprint's picture. */
  picture: string;
  /** Of A, B, C, D, relative to the mean. */
  phases: string[];
  /** Of the largest to the smallest; empty where the smallest is zero. */
  ratio: string;
}

export interface Check {
  sides: Side[];
  /** With weights of one: the largest differences from the path counts, strided and space-to-depth. */
  differences?: number[];
  backend: BackendName;
}

export type Checkpoints = Record<'strided' | 'spd', Checkpoint>;

export async function checkStacks(client: EngineClient, params: Params): Promise<Check> {
  const { halvings } = params;
  const differences = [
    await difference(client, stridedLayers(params, halvings)),
    await difference(client, spdLayers(params, halvings)),
  ];
  const sides = [
    await side(client, randomStack('strided', params, 1)),
    await side(client, randomStack('spd', params, 1)),
  ];
  return { sides, differences, backend: (await client.soonest()).name };
}

export async function checkTrained(
  client: EngineClient,
  weights: Checkpoints,
  halvings: number,
): Promise<Check> {
  const sides = [
    await side(client, trainedStack('strided', weights.strided, halvings)),
    await side(client, trainedStack('spd', weights.spd, halvings)),
  ];
  return { sides, backend: (await client.soonest()).name };
}

/**
 * The trained pico detectors.
 *
 * @throws EngineError in plain words
 */
export async function fetchWeights(folder: string, signal: AbortSignal): Promise<Checkpoints> {
  const read = async (name: string) =>
    readWeights(await fetchBytes(`${folder}${name}.safetensors`, { signal }));
  const [strided, spd] = await Promise.all([read('yolov5p'), read('yolov5p-spd')]);
  return { strided, spd };
}

async function difference(client: EngineClient, layers: StackLayer[]): Promise<number> {
  const { size } = roomFor(layers);
  const ones = layers.map(
    ({ kernel, stride, padding, block }): OnesLayer => ({
      kernel,
      stride,
      padding: padding as number | undefined,
      spaceToDepth: block,
    }),
  );
  const gradient = await client.inputGradient([size, size], ones);
  const line = pathCounts(size, layers);
  return gradient.reduce(
    (most, v, i) => Math.max(most, Math.abs(v - line[Math.floor(i / size)] * line[i % size])),
    0,
  );
}

async function side(client: EngineClient, layers: WeightedLayer[]): Promise<Side> {
  const windows = windowsOf(layers);
  const { size, at } = roomFor(windows);
  const { jump } = fieldOf(windows);
  const outputs = Math.min(CHANNELS, layers[layers.length - 1].outputs);
  const { square } = await client.footprint(size, layers, at, outputs);
  // What comes from several outputs is of either sign: such sums grow with the root of the sum of squares.
  const map = folded(square, size, jump).map(Math.sqrt);
  const { phases, ratio } = summary(map, jump);
  return {
    picture: pictureOf(map, jump, Math.max(8, jump)),
    phases: phases.map((v) => v.toFixed(2)),
    ratio: Number.isFinite(ratio) ? ratio.toFixed(1) : '',
  };
}
