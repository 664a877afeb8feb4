// How many ways lead from each pixel through a stack to its output: read counts, and the gradient's footprint.
import {
  interiorPathsOf,
  type Kernel,
  type PlaneLayer,
  type ReceptiveField,
  receptiveField,
  type StackLayer,
  toStrided,
} from '../spd/index.ts';
import type { PlacedStage } from './stack.ts';
import { trainedLayers } from './trained.ts';
import { type HalvingLayer, isConvolution } from './ways.ts';

/**
 * The windows of layers along one axis. A pool of the largest counts as one of the mean: over all maps it passes each of
 * its four numbers on equally often. The blur counts its taps 1 2 1.
 */
export function windowsOf(layers: readonly HalvingLayer[]): StackLayer[] {
  let block = 1;
  return layers.flatMap((layer): StackLayer[] => {
    switch (layer.kind) {
      case 'space-to-depth':
        block = 2;
        return [];
      case 'convolution': {
        const { kernel, stride, padding } = layer;
        const window = { kernel, stride, padding, block };
        block = 1;
        return [window];
      }
      case 'blur':
        return [{ kernel: 3, stride: 2, padding: 1, weights: [1, 2, 1] }];
      default:
        return [{ kernel: 2, stride: 2 }];
    }
  });
}

/**
 * The same windows in the plane, each tap of a convolution counting the mean size of its trained weights over outputs and
 * inputs; behind space-to-depth they are windows on what it reads. Pools count as in {@link windowsOf}, in proportion.
 *
 * @param numbers as {@link trainedLayers} takes them
 */
export function trainedWindows(
  layers: readonly HalvingLayer[],
  numbers: Float32Array,
): PlaneLayer[] {
  const trained = trainedLayers(layers, numbers);
  const read = layers.filter(({ kind }) => kind !== 'space-to-depth');
  return windowsOf(layers).map(({ kernel, stride = 1, padding = 0, block = 1, weights }, i) => {
    const place = {
      kernel: kernel * block,
      stride: stride * block,
      padding: Number(padding) * block,
    };
    if (isConvolution(read[i])) {
      const own = trained[read.slice(0, i).filter(isConvolution).length].kernel;
      return { ...place, weights: meanSizes(block > 1 ? toStrided(own, block) : own) };
    }
    const taps = weights ?? Array<number>(kernel).fill(1);
    return { ...place, weights: taps.flatMap((down) => taps.map((across) => down * across)) };
  });
}

/** The mean size of the weights of each tap, row by row. */
function meanSizes({ data, outputs, channels, kernel }: Kernel): Float64Array {
  const sizes = new Float64Array(kernel * kernel);
  data.forEach((weight, i) => {
    sizes[i % sizes.length] += Math.abs(weight);
  });
  return sizes.map((sum) => sum / (outputs * channels));
}

/** Paths from each pixel of a square block of the input, far from every edge, to all outputs. */
export interface Footprint {
  /** Pixels a side: one period, 2 to the number of stages. */
  side: number;
  /** [side * side], row by row. */
  paths: Float64Array;
  least: number;
  most: number;
  /** Most over least; infinite where a pixel is not read at all. */
  unevenness: number;
}

export function footprintOf(stages: readonly PlacedStage[]): Footprint {
  const line = interiorPathsOf(stages.flatMap(({ layers }) => windowsOf(layers)));
  const side = line.length;
  const paths = Float64Array.from(
    { length: side * side },
    (_, i) => line[Math.floor(i / side)] * line[i % side],
  );
  const [least, most] = [Math.min(...line) ** 2, Math.max(...line) ** 2];
  return { side, paths, least, most, unevenness: most / least };
}

/** How often a stage reads each phase of a block of its own input: top left, bottom left, top right, bottom right. */
export function phaseReads(stage: PlacedStage): [a: number, b: number, c: number, d: number] {
  const { paths } = footprintOf([stage]);
  return [paths[0], paths[2], paths[1], paths[3]];
}

/**
 * What one number behind the stages sees of the input, along one axis: the window of the one strided convolution that they
 * are equal to, as far as they are linear.
 */
export function fieldOfStages(stages: readonly PlacedStage[]): ReceptiveField {
  const windows = stages.flatMap(({ layers }) =>
    windowsOf(layers).flatMap(({ block = 1, weights, ...window }) => [
      ...(block > 1 ? [{ kernel: block, stride: block }] : []),
      window,
    ]),
  );
  return receptiveField(windows, stages[0].input.size);
}
