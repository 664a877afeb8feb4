import type { Declaration, Values } from '../../parameters/index.ts';
import { normal, random } from '../../random/index.ts';
import {
  afterPermutation,
  apply,
  convolutionRows,
  type FeatureMap,
  type Kernel,
  type RowSpace,
  type Rows,
  rebuild,
  rowSpace,
  sourceIndices,
} from '../../spd/index.ts';
import type { Picture } from '../figure.ts';
import { memo } from '../kit/memo.ts';
import { shrink } from '../kit/picture.ts';
import { type Timeline, timeline } from '../kit/timeline.ts';
import { vehiclePicture } from '../kit/vehicle.ts';

/** Pixels a side of the picture, and positions a side behind the halving. */
export const SIDE = 16;
export const HALF = SIDE / 2;
/** Numbers of one colour of the picture. */
export const NUMBERS = SIDE * SIDE;
/** What the output does not tell is left at this grey level. */
const GREY = 128;

export const parameters = {
  via: {
    kind: 'choice',
    label: 'Halved by',
    default: 'spd',
    options: [
      { value: 'spd', label: 'space-to-depth, then a convolution' },
      { value: 'strided', label: 'a convolution with stride 2' },
    ],
  },
  kernel: { kind: 'integer', label: 'Kernel', min: 1, max: 4, default: 1 },
  channels: {
    kind: 'integer',
    label: 'Output channels C₂',
    min: 1,
    max: 6,
    default: 2,
    help: 'For one input channel. Four would be as many numbers as went in.',
  },
  draw: {
    kind: 'integer',
    label: 'Draw of the weights',
    min: 1,
    max: 20,
    default: 1,
    help: 'The weights are random; another number draws others.',
  },
  scene: {
    kind: 'integer',
    label: 'Generated scene',
    min: 0,
    max: 99,
    default: 0,
    help: 'A piece of a generated scene; 0 is the car.',
  },
} as const satisfies Declaration;

export type Params = Values<typeof parameters>;

export function acts({ via, channels }: Params): Timeline<string> {
  const out = `convolution: ${HALF * HALF * channels} numbers`;
  return timeline([
    ...(via === 'spd'
      ? [{ name: 'spd', label: `space-to-depth: ${NUMBERS} numbers`, seconds: 1.5 }]
      : []),
    { name: 'conv', label: out, seconds: 1.5 },
    { name: 'rebuild', label: 'rebuilt from them', seconds: 1.5 },
    { name: 'error', label: 'what is missing', seconds: 1.2 },
  ]);
}

export interface Model {
  rows: Rows;
  space: RowSpace;
  /** Numbers that the layer writes for one colour. */
  outputs: number;
}

const remember = memo<Model>();

/** The layer as a matrix over one colour, and what its rows see. */
export function modelOf(params: Params): Model {
  const { via, kernel, channels, draw } = params;
  return remember(JSON.stringify([via, kernel, channels, draw]), () => {
    const rows = rowsOf(params);
    return { rows, space: rowSpace(rows), outputs: rows.length };
  });
}

function rowsOf(params: Params): Rows {
  const { kernel } = params;
  const before = (kernel - 1) >> 1;
  const shape = { height: SIDE, width: SIDE, channels: 1 };
  if (params.via === 'strided')
    return convolutionRows(shape, kernelOf(params, 1), { stride: 2, padding: before });
  const packed = { height: HALF, width: HALF, channels: 4 };
  const padding = [before, kernel - 1 - before] as const;
  const behind = convolutionRows(packed, kernelOf(params, 4), { padding });
  return afterPermutation(behind, sourceIndices(shape, { block: 2 }));
}

/** Random weights, normal with the variance that keeps the output's size; zeros of nobody's choosing. */
export function kernelOf({ kernel, channels: outputs, draw }: Params, channels: number): Kernel {
  const next = random(draw, channels);
  const taps = channels * kernel * kernel;
  const data = Float64Array.from({ length: outputs * taps }, () => normal(next) / Math.sqrt(taps));
  return { data, outputs, channels, kernel };
}

/** The picture at 16 x 16 pixels: the reader's, a scene's, or a car of ten pixels. */
export function pictureOf(picture?: Picture): FeatureMap {
  const { pixels } = picture
    ? { pixels: shrink(picture, SIDE) }
    : vehiclePicture({ side: SIDE, length: 10, offset: 0 });
  return { width: SIDE, height: SIDE, channels: 3, data: Float64Array.from(pixels) };
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

/** What the layer writes, one map a channel, around middle grey. */
export function outputsOf({ rows }: Model, picture: FeatureMap, channels: number): FeatureMap[] {
  const written = [0, 1, 2].map((c) => apply(rows, colourOf(picture, c)));
  return Array.from({ length: channels }, (_, o) =>
    fromColours(
      HALF,
      written.map((y) => Float64Array.from({ length: HALF * HALF }, (_, i) => y[i * channels + o])),
    ),
  );
}

export interface Rebuilt {
  picture: FeatureMap;
  /** Absolute difference from the original. */
  missing: FeatureMap;
  /** Root of the mean square of what is missing, grey levels. */
  error: number;
}

/** The least-squares picture: what the outputs say, and middle grey for what they don't. */
export function rebuiltFrom({ space }: Model, picture: FeatureMap): Rebuilt {
  const again = fromColours(
    SIDE,
    [0, 1, 2].map((c) => rebuild(space, colourOf(picture, c))),
  );
  const missing = {
    ...again,
    data: again.data.map((v, i) => Math.abs(v - picture.data[i])),
  };
  const error = Math.sqrt(missing.data.reduce((sum, v) => sum + v * v, 0) / missing.data.length);
  return { picture: again, missing, error };
}

export function describe(params: Params, t: number, own = false): string {
  const { via, kernel, channels } = params;
  const time = acts(params);
  const model = modelOf(params);
  const which = own ? 'Your picture' : params.scene > 0 ? 'A piece of a scene' : 'A small car';
  const start = `${which} at ${SIDE} × ${SIDE} pixels, each colour by itself: ${NUMBERS} numbers.`;
  if (t === 0) return start;
  if (via === 'spd' && time.progress('conv', t) === 0)
    return `${start} Space-to-depth makes them 8 × 8 × 4: the same ${NUMBERS} numbers.`;
  const layer =
    via === 'spd'
      ? `Space-to-depth keeps ${NUMBERS}; a ${kernel} × ${kernel} convolution behind it`
      : `A ${kernel} × ${kernel} convolution with stride 2`;
  const { rank } = model.space;
  const out = `${start} ${layer} writes 8 × 8 × ${channels} = ${model.outputs} numbers, of which ${rank} are independent.`;
  if (time.progress('rebuild', t) === 0) return out;
  const left = `So ${NUMBERS - rank} of ${NUMBERS} can’t be known from them`;
  if (own || params.scene > 0)
    return `${out} ${left}${rank === NUMBERS ? ': the picture is rebuilt without a fault' : ''}.`;
  const { error } = rebuiltFrom(model, pictureOf());
  return `${out} ${left}; the car is rebuilt with an error of ${error.toFixed(1)} grey levels.`;
}
