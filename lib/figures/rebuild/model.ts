import type { Picture } from '../../files/index.ts';
import { normal, random } from '../../random/index.ts';
import type { FeatureMap } from '../../spd/downsample.ts';
import type { Kernel } from '../../spd/kernels.ts';
import { type LeastSquares, leastSquares } from '../../spd/least-squares.ts';
import {
  afterPermutation,
  apply,
  convolutionRows,
  type RowSpace,
  type Rows,
  rebuild,
  rowSpace,
} from '../../spd/linear.ts';
import { sourceIndices } from '../../spd/rearrange.ts';

import { memo } from '../kit/memo.ts';
import { readWeights } from '../kit/own-weights.ts';
import { shrink, toMap } from '../kit/picture.ts';
import { type Timeline, timeline } from '../kit/timeline.ts';
import { carPicture } from '../kit/vehicle.ts';
import type { Params } from './parameters.ts';
import { kept, seen } from './precision.ts';

export type { Params };

/** Pixels a side of the picture, and positions a side behind the halving. */
export const SIDE = 16;
export const HALF = SIDE / 2;
/** Numbers of one colour of the picture. */
export const NUMBERS = SIDE * SIDE;
/** What the output does not tell is left at this grey level. */
const GREY = 128;

type Act = 'spd' | 'conv' | 'rebuild' | 'error';

export function acts({ via }: Params): Timeline<Act> {
  return timeline<Act>([
    ...(via === 'spd' ? [{ name: 'spd', seconds: 1.5 } as const] : []),
    { name: 'conv', seconds: 1.5 },
    { name: 'rebuild', seconds: 1.5 },
    { name: 'error', seconds: 1.2 },
  ]);
}

export interface Model {
  rows: Rows;
  space: RowSpace;
  /** Numbers that the layer writes for one colour. */
  outputs: number;
  /** How errors in what is written come back. */
  answer: LeastSquares;
}

const remember = memo<Model>();

/** The layer as a matrix over one colour, and what its rows see. */
export function modelOf(params: Params): Model {
  const { via, kernel, channels, draw, border, filters } = params;
  return remember(JSON.stringify([via, kernel, channels, draw, border, filters]), () => {
    const rows = rowsOf(params);
    const space = rowSpace(rows);
    return { rows, space, outputs: rows.length, answer: leastSquares(rows, space) };
  });
}

function rowsOf(params: Params): Rows {
  const { kernel, border } = params;
  const before = (kernel - 1) >> 1;
  const shape = { height: SIDE, width: SIDE, channels: 1 };
  if (params.via === 'strided')
    return convolutionRows(shape, kernelOf(params, 1), { stride: 2, padding: before, border });
  const packed = { height: HALF, width: HALF, channels: 4 };
  const padding = [before, kernel - 1 - before] as const;
  const behind = convolutionRows(packed, kernelOf(params, 4), { padding, border });
  return afterPermutation(behind, sourceIndices(shape, { block: 2 }));
}

/** The reader's own filters, where they are of this kind and enough of them. */
export function ownOf({ via, kernel, channels, filters }: Params): Kernel | undefined {
  const own = readWeights(filters);
  const fits = own?.via === via && own.kernel.kernel === kernel && own.kernel.outputs >= channels;
  return fits ? own.kernel : undefined;
}

/** What filters of three colours do to grey: the sum over the colours, which stand together for each phase. */
function ofGrey({ data, kernel }: Kernel, outputs: number, channels: number): Kernel {
  const taps = kernel * kernel;
  const sums = new Float64Array(outputs * channels * taps);
  for (let i = 0; i < sums.length; i++) {
    const [map, tap] = [Math.floor(i / taps), i % taps];
    for (let c = 0; c < 3; c++) sums[i] += data[(3 * map + c) * taps + tap];
  }
  return { data: sums, outputs, channels, kernel };
}

/** The reader's own, or random weights: normal with the variance that keeps the output's size; zeros of nobody's choosing. */
export function kernelOf(params: Params, channels: number): Kernel {
  const own = ownOf(params);
  const { kernel, channels: outputs, draw } = params;
  if (own) return ofGrey(own, outputs, channels);
  const next = random(draw, channels);
  const taps = channels * kernel * kernel;
  const data = Float64Array.from({ length: outputs * taps }, () => normal(next) / Math.sqrt(taps));
  return { data, outputs, channels, kernel };
}

/** The picture at 16 x 16 pixels: the reader's, a scene's, or the car. */
export function pictureOf(picture?: Picture): FeatureMap {
  return toMap(
    picture ? { width: SIDE, height: SIDE, pixels: shrink(picture, SIDE) } : carPicture(SIDE),
  );
}

/** One colour as a vector around middle grey. */
function colourOf({ data }: FeatureMap, c: number): Float64Array {
  return Float64Array.from({ length: NUMBERS }, (_, i) => data[3 * i + c] - GREY);
}

function fromColours(side: number, colours: Float64Array[], centre = GREY): FeatureMap {
  const data = new Float64Array(3 * side * side);
  for (let i = 0; i < side * side; i++)
    for (let c = 0; c < 3; c++) data[3 * i + c] = colours[c][i] + centre;
  return { width: side, height: side, channels: 3, data };
}

/** What the layer writes, one map a channel, around middle grey, as exactly as it is kept. */
export function outputsOf(model: Model, picture: FeatureMap, params: Params): FeatureMap[] {
  const { channels } = params;
  const written = [0, 1, 2].map((c) => writtenOf(model, picture, params, c).kept);
  return Array.from({ length: channels }, (_, o) =>
    fromColours(
      HALF,
      written.map((y) => Float64Array.from({ length: HALF * HALF }, (_, i) => y[i * channels + o])),
    ),
  );
}

/** What the layer writes for one colour, position by position: in double precision, and as it is kept. */
function writtenOf({ rows }: Model, picture: FeatureMap, params: Params, c: number) {
  const { precision, draw, channels } = params;
  const colour = seen(colourOf(picture, c), precision, draw, c);
  const exact = apply(rows, colour);
  const rounded = Float64Array.from(exact);
  for (let o = 0; o < channels; o++) {
    const map = exact.filter((_, i) => i % channels === o);
    kept(map, precision, draw, 3 * o + c).forEach((v, i) => {
      rounded[i * channels + o] = v;
    });
  }
  return { colour, exact, kept: rounded };
}

export interface Rebuilt {
  picture: FeatureMap;
  /** Absolute difference from the original. */
  missing: FeatureMap;
  /** Root of the mean square of what is missing, grey levels. */
  error: number;
}

/** The least-squares picture: what the outputs say as they are kept, and middle grey for what they don't. */
export function rebuiltFrom(model: Model, picture: FeatureMap, params: Params): Rebuilt {
  const again = fromColours(
    SIDE,
    [0, 1, 2].map((c) => {
      const { colour, exact, kept: rounded } = writtenOf(model, picture, params, c);
      // The projection is what exact numbers say; only their faults need be solved for.
      const answer = rebuild(model.space, colour);
      if (rounded.every((v, i) => v === exact[i])) return answer;
      const fault = model.answer.solve(rounded.map((v, i) => v - exact[i]));
      return answer.map((v, i) => v + fault[i]);
    }),
  );
  const missing = {
    ...again,
    data: again.data.map((v, i) => Math.abs(v - picture.data[i])),
  };
  const error = Math.sqrt(missing.data.reduce((sum, v) => sum + v * v, 0) / missing.data.length);
  return { picture: again, missing, error };
}
