// A trained halving of pixels taken apart as the figures do it: can its input be rebuilt from what it writes?
import { leastSquares, wrappedCondition } from '../spd/index.ts';
import { matrixWith } from './rebuilding.ts';
import type { Stage } from './stack.ts';
import { COLOURS, firstHalving, trainedLayers } from './trained.ts';
import type { ConvolutionLayer } from './ways.ts';

/** Side of the piece that is rebuilt, pixels; it wraps around. */
export const PIECE = 8;
/** Levels that a number of the output is kept in: eight bits of its channel's range. */
const LEVELS = 255;

export interface Apart {
  /** Numbers written for each that was read. */
  share: number;
  /** Of the halving among the numbers that can be kept; infinite where a frequency is deleted. */
  condition: number;
  /** What was read, HWC [PIECE, PIECE, 3], and the same from what was written. */
  piece: Float32Array;
  rebuilt: Float32Array;
  /** Root of the mean square of what is missing over that of the piece's deviation from its mean. */
  missing: number;
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
 * Without ReLU and bias; undefined for the largest of four, which is no linear map.
 *
 * @param numbers weights and biases, first layer first: kernel row, kernel column, input, output; what follows is passed over
 * @param piece of a picture that wraps around, HWC float32 [PIECE, PIECE, 3]
 */
export function takeApart(
  stage: Stage,
  numbers: Float32Array,
  piece: Float32Array,
): Apart | undefined {
  const { width } = stage;
  const layers = firstHalving(stage);
  const known = new Map(
    trainedLayers(layers, numbers).map(({ layer, kernel }) => [layer.name, kernel]),
  );
  const shape = { height: PIECE, width: PIECE, channels: COLOURS };
  const kernelOf = ({ name }: ConvolutionLayer) => known.get(name)!;
  const rows = matrixWith(layers, shape, kernelOf, 'wrap');
  if (!rows) return undefined;
  const written = Float64Array.from(rows, (row) =>
    row.reduce((sum, weight, i) => sum + weight * piece[i], 0),
  );
  const rebuilt = Float32Array.from(leastSquares(rows).solve(rounded(written, width)));
  const mean = piece.reduce((sum, value) => sum + value, 0) / piece.length;
  const squares = (of: (value: number, i: number) => number) =>
    piece.reduce((sum, value, i) => sum + of(value, i) ** 2, 0);
  const there = squares((value) => value - mean) || 1;
  return {
    share: rows.length / piece.length,
    condition: wrappedCondition(rows.slice(0, width), { side: PIECE, channels: COLOURS }),
    ...{ piece, rebuilt },
    missing: Math.sqrt(squares((value, i) => value - rebuilt[i]) / there),
  };
}
