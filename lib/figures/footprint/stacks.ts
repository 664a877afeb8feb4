// The stacks of the footprint figure with weights in them: drawn at random, or taken from the trained pico detectors.
import type { WeightedLayer } from '../../engine/index.ts';
import { normal, random } from '../../random/index.ts';
import { fieldOf, type StackLayer } from '../../spd/paths.ts';
import { phasesOf, spdLayers, stridedLayers, type Wiring } from './model.ts';

/** Channels between the layers of a random stack. */
const WIDTH = 8;

/** OIHW weights by PyTorch's names. */
export type Checkpoint = ReadonlyMap<string, { shape: readonly number[]; data: Float32Array }>;

/** Side of a square picture in whose middle one output reads no padding, and that output's row and column. */
export function roomFor(layers: readonly StackLayer[]): { size: number; at: number } {
  const { field, jump } = fieldOf(layers);
  const at = Math.ceil(field / 2 / jump);
  return { size: (2 * at + 1) * jump, at };
}

/** Weights independent of each other, mean zero, with the variance that keeps the numbers' size. */
export function randomStack(
  side: 'strided' | 'spd',
  params: Wiring,
  seed: number,
): WeightedLayer[] {
  const layers = (side === 'strided' ? stridedLayers : spdLayers)(params, params.halvings);
  const next = random(seed, side === 'strided' ? 1 : 2);
  let channels = 3;
  return layers.map(({ kernel, stride, padding, block = 1 }) => {
    const inputs = channels * block * block;
    const fan = kernel * kernel * inputs;
    const weights = Float32Array.from({ length: fan * WIDTH }, () => normal(next) / Math.sqrt(fan));
    const layer = {
      kernel,
      stride,
      padding: padding as number | undefined,
      spaceToDepth: block,
      channels,
      outputs: WIDTH,
      weights,
    };
    channels = WIDTH;
    return layer;
  });
}

/** Rows of the pico detectors' architecture files: the first layer, then convolution and C3 of each halving. */
const PICO = {
  strided: {
    first: { kernel: 6, stride: 2, padding: 2 },
    stem: 'model.0',
    rows: [1, 3, 5, 7],
    c3: 1,
  },
  spd: {
    first: { kernel: 3, padding: 1, spaceToDepth: 2 },
    stem: 'model.0.conv',
    rows: [1, 4, 7, 10],
    c3: 2,
  },
} as const;

/**
 * The halvings of a trained pico detector as one linear chain: its convolutions with their batch norms, and the 1x1
 * convolutions of the C3 behind each. Without activations and without the bottlenecks inside C3.
 *
 * @throws RangeError naming a tensor that the checkpoint lacks
 */
export function trainedStack(
  side: 'strided' | 'spd',
  checkpoint: Checkpoint,
  halvings: number,
): WeightedLayer[] {
  const { first, stem, rows, c3 } = PICO[side];
  const stack: WeightedLayer[] = [
    { ...first, ...convolution(checkpoint, [stem], 4 ** Number(side === 'spd')) },
  ];
  for (const row of rows.slice(0, halvings - 1)) {
    const block = `model.${row + c3}`;
    const step = side === 'strided' ? { stride: 2 } : {};
    stack.push({ kernel: 3, padding: 1, ...step, ...convolution(checkpoint, [`model.${row}`]) });
    const entry = convolution(
      checkpoint,
      [`${block}.cv1`, `${block}.cv2`],
      4 ** Number(side === 'spd'),
    );
    stack.push({ kernel: 1, spaceToDepth: side === 'spd' ? 2 : 1, ...entry });
    stack.push({ kernel: 1, ...convolution(checkpoint, [`${block}.cv3`]) });
  }
  return stack;
}

/** Convolutions over the same input as one: HWIO, each output channel times its batch norm's factor. */
function convolution(
  checkpoint: Checkpoint,
  names: readonly string[],
  phases = 1,
): Pick<WeightedLayer, 'channels' | 'outputs' | 'weights'> {
  const parts = names.map((name) => {
    const [weight, gamma, variance] = ['conv.weight', 'bn.weight', 'bn.running_var'].map((leaf) =>
      tensor(checkpoint, `${name}.${leaf}`),
    );
    return { ...weight, factor: gamma.data.map((g, o) => g / Math.sqrt(variance.data[o] + 1e-3)) };
  });
  const [, inputs, side] = parts[0].shape;
  const outputs = parts.reduce((sum, { shape }) => sum + shape[0], 0);
  const taps = side * side;
  const weights = new Float32Array(taps * inputs * outputs);
  let start = 0;
  for (const { shape, data, factor } of parts) {
    for (let o = 0; o < shape[0]; o++)
      for (let c = 0; c < inputs; c++)
        for (let t = 0; t < taps; t++)
          weights[(t * inputs + c) * outputs + start + o] =
            data[(o * inputs + c) * taps + t] * factor[o];
    start += shape[0];
  }
  return { channels: inputs / phases, outputs, weights };
}

function tensor(checkpoint: Checkpoint, name: string) {
  const found = checkpoint.get(name);
  if (!found) throw new RangeError(`the trained weights have no tensor ${name}`);
  return found;
}

/** The layers' windows alone. */
export function windowsOf(layers: readonly WeightedLayer[]): StackLayer[] {
  return layers.map(({ kernel, stride, padding, spaceToDepth: block }) => ({
    kernel,
    stride,
    padding: padding as number | undefined,
    block,
  }));
}

/** A footprint averaged over all positions of the output: the map laid on itself with the output's step, [step * step]. */
export function folded(map: ArrayLike<number>, size: number, step: number): Float64Array {
  const out = new Float64Array(step * step);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) out[(y % step) * step + (x % step)] += map[y * size + x];
  return out;
}

/** Means by phase of the 2 x 2 blocks, relative to the mean of all: A, B, C, D; and the largest over the smallest. */
export function summary(map: Float64Array, step: number): { phases: number[]; ratio: number } {
  return { phases: phasesOf(map, step), ratio: Math.max(...map) / Math.min(...map) };
}
