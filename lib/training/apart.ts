// A trained network's first halving taken apart as the figures do it: can its input be rebuilt from what it writes?
import { type Kernel, leastSquares, wrappedCondition } from '../spd/index.ts';
import { matrixWith } from '../stack/rebuilding.ts';
import { type ConvolutionLayer, halving } from '../stack/ways.ts';
import { COLOURS, type NetworkPlan } from './plan.ts';

/** Side of the piece that is rebuilt, pixels; it wraps around. */
export const PIECE = 8;
/** Levels that a number of the output is kept in: eight bits of its channel's range. */
const LEVELS = 255;

export interface Apart {
  /** Numbers written for each that was read. */
  share: number;
  /** Of the halving among the numbers that can be kept; infinite where a frequency is deleted. */
  condition: number;
  /** A piece of a crop as the network reads it, HWC [PIECE, PIECE, 3], and the same from what was written. */
  piece: Float32Array;
  rebuilt: Float32Array;
  /** Root of the mean square of what is missing over that of the piece's deviation from its mean. */
  missing: number;
}

/** The weights of the first halving's convolutions by name, as lib/spd has kernels. */
function kernels(plan: NetworkPlan, numbers: Float32Array): Map<string, Kernel> {
  const found = new Map<string, Kernel>();
  let begin = 0;
  for (const layer of halving(plan.way, '', COLOURS, plan.width)) {
    if (layer.kind !== 'convolution') continue;
    const { kernel, inputs, outputs } = layer;
    const data = new Float64Array(outputs * inputs * kernel ** 2);
    for (let place = 0; place < kernel ** 2; place++)
      for (let c = 0; c < inputs; c++)
        for (let o = 0; o < outputs; o++)
          data[(o * inputs + c) * kernel ** 2 + place] =
            numbers[begin + (place * inputs + c) * outputs + o];
    found.set(layer.name, { data, outputs, channels: inputs, kernel });
    begin += kernel ** 2 * inputs * outputs + outputs;
  }
  return found;
}

/** Each channel in eight bits of its own range. */
function rounded(written: Float64Array, channels: number): Float64Array {
  const kept = Float64Array.from(written);
  for (let o = 0; o < channels; o++) {
    const own = written.filter((_, i) => i % channels === o);
    const [least, most] = [Math.min(...own), Math.max(...own)];
    const step = (most - least) / LEVELS || 1;
    own.forEach((value, i) => {
      kept[i * channels + o] = least + step * Math.round((value - least) / step);
    });
  }
  return kept;
}

/**
 * Without ReLU and bias, on the middle of a crop; undefined for the largest of four, which is no linear map.
 *
 * @param numbers of the whole network, as `Network.numbers` gives them
 * @param crop HWC float32 [side, side, 3], as the network reads it
 */
export function takeApart(
  plan: NetworkPlan,
  numbers: Float32Array,
  crop: Float32Array,
): Apart | undefined {
  const known = kernels(plan, numbers);
  const shape = { height: PIECE, width: PIECE, channels: COLOURS };
  const layers = halving(plan.way, '', COLOURS, plan.width);
  const kernelOf = ({ name }: ConvolutionLayer) => known.get(name)!;
  const rows = matrixWith(layers, shape, kernelOf, 'wrap');
  if (!rows) return undefined;
  const from = (plan.side - PIECE) / 2;
  const piece = Float32Array.from({ length: PIECE * PIECE * COLOURS }, (_, i) => {
    const [place, c] = [Math.floor(i / COLOURS), i % COLOURS];
    const [y, x] = [from + Math.floor(place / PIECE), from + (place % PIECE)];
    return crop[(y * plan.side + x) * COLOURS + c];
  });
  const written = Float64Array.from(rows, (row) =>
    row.reduce((sum, weight, i) => sum + weight * piece[i], 0),
  );
  const rebuilt = Float32Array.from(leastSquares(rows).solve(rounded(written, plan.width)));
  const mean = piece.reduce((sum, value) => sum + value, 0) / piece.length;
  const squares = (of: (value: number, i: number) => number) =>
    piece.reduce((sum, value, i) => sum + of(value, i) ** 2, 0);
  const there = squares((value) => value - mean) || 1;
  return {
    share: rows.length / piece.length,
    condition: wrappedCondition(rows.slice(0, plan.width), { side: PIECE, channels: COLOURS }),
    ...{ piece, rebuilt },
    missing: Math.sqrt(squares((value, i) => value - rebuilt[i]) / there),
  };
}
