// The numbers of trained convolutions, as kernels; and a first halving as the figures take it.
import { COLOURS, type OwnWeights } from '../figures/kit/own-weights.ts';
import { writeWeights } from '../figures/kit/write-own.ts';
import { type Kernel, toStrided } from '../spd/index.ts';
import type { Stage } from './stack.ts';
import {
  type ConvolutionLayer,
  type HalvingLayer,
  halving,
  isConvolution,
  isOneKernel,
  KINDS,
} from './ways.ts';

// The rooms above know no figures.
export { COLOURS };

/** Where weight (output, input, tap) of a kernel stands in a network's own order: rows (tap, input) by outputs. */
export function ownIndex(
  { inputs, outputs }: Pick<ConvolutionLayer, 'inputs' | 'outputs'>,
  o: number,
  c: number,
  tap: number,
): number {
  return (tap * inputs + c) * outputs + o;
}

/** A convolution with its trained numbers: OIHW, and the bias of every output. */
export interface TrainedLayer {
  layer: ConvolutionLayer;
  kernel: Kernel & { data: Float32Array };
  bias: Float32Array;
}

/**
 * The convolutions among layers, from numbers that hold for each its weights (kernel row, kernel column, input, output)
 * and then its bias, first layer first; what follows is passed over.
 */
export function trainedLayers(
  layers: readonly { kind: string }[],
  numbers: Float32Array,
): TrainedLayer[] {
  let begin = 0;
  return layers.filter(isConvolution).map((layer) => {
    const { kernel, inputs, outputs } = layer;
    const taps = kernel ** 2;
    const data = new Float32Array(outputs * inputs * taps);
    for (let o = 0; o < outputs; o++)
      for (let c = 0; c < inputs; c++)
        for (let tap = 0; tap < taps; tap++)
          data[(o * inputs + c) * taps + tap] = numbers[begin + ownIndex(layer, o, c, tap)];
    begin += data.length;
    const bias = numbers.slice(begin, begin + outputs);
    begin += outputs;
    return { layer, kernel: { data, outputs, channels: inputs, kernel }, bias };
  });
}

/** The first convolution of a first halving as windows on pixels: behind space-to-depth 3x3 over blocks is 6x6. */
export function windowsOnPixels({ way, width }: Stage, numbers: Float32Array): Kernel {
  const [{ kernel }] = trainedLayers(firstHalving({ way, width }), numbers);
  return way === 'spd' ? toStrided(kernel, 2) : kernel;
}

/** The text by which figures take the filters of a first halving; undefined where it is not {@link isOneKernel}. */
export function filtersText(stage: Stage, numbers: Float32Array): string | undefined {
  if (!isOneKernel(stage.way)) return undefined;
  const [{ kernel }] = trainedLayers(firstHalving(stage), numbers);
  const via: OwnWeights['via'] = KINDS[stage.way] === 'spd' ? 'spd' : 'strided';
  return writeWeights({ via, kernel });
}

/** The layers of a halving of pixels. */
export function firstHalving({ way, width }: Stage): HalvingLayer[] {
  return halving(way, '', COLOURS, width);
}
