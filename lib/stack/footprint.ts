// How many ways lead from each pixel through a stack to its output: read counts, and the gradient's footprint.
import {
  interiorPathsOf,
  type ReceptiveField,
  receptiveField,
  type StackLayer,
} from '../spd/index.ts';
import type { PlacedStage } from './stack.ts';
import type { HalvingLayer } from './ways.ts';

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
