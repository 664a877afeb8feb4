import {
  type Downsampling,
  downsample,
  downsamplings,
  type FeatureMap,
  largestDifference,
} from '../../spd/downsample.ts';
import { memo } from '../kit/memo.ts';
import { phaseLetter } from '../kit/palette.ts';
import { subMap } from '../kit/picture.ts';
import { timeline } from '../kit/timeline.ts';
import { vehiclePicture } from '../kit/vehicle.ts';
import type { Params } from './parameters.ts';
import type { ShiftWords } from './words.ts';

export type { Params };

/** Pixels a side of the picture. */
export const SIDE = 16;
/** The car moves so far to the right in all, px. */
export const FARTHEST = 4;
/** The curves have so many points a pixel. */
export const FINE = 8;

export const acts = timeline([
  { name: 'half', seconds: 0.9 },
  { name: 'one', seconds: 0.9 },
  { name: 'two', seconds: 1.6 },
  { name: 'three', seconds: 1.6 },
  { name: 'four', seconds: 1.6 },
]);

/** How far the car stands to the right at t, px. */
export function shiftAt(t: number): number {
  const half = 0.5 * (acts.progress('half', t) + acts.progress('one', t));
  return half + acts.progress('two', t) + acts.progress('three', t) + acts.progress('four', t);
}

/** The picture with the car moved to the right by `shift` px, or without it: a road that runs downwards. */
export function pictureAt({ length, paint }: Params, shift: number, car = true): FeatureMap {
  const { pixels } = vehiclePicture({
    side: SIDE,
    length: car ? length : 0,
    offset: -1.5,
    down: shift,
    paint: paint as 'red' | 'dark',
  });
  // Rows and columns trade places: what the car was moved down, it is moved to the right.
  const data = new Float64Array(pixels.length);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++)
      for (let c = 0; c < 3; c++) data[(y * SIDE + x) * 3 + c] = pixels[(x * SIDE + y) * 3 + c];
  return { width: SIDE, height: SIDE, channels: 3, data };
}

/** How strongly the car shows, grey levels, at every 1/8 px of its way. */
export interface Curve {
  values: number[];
  least: number;
  most: number;
}

export interface Model {
  methods: Record<Downsampling, Curve>;
  /** Of each sub-map alone, by phase: [dy * block + dx]. */
  subMaps: Curve[];
  block: number;
}

const remember = memo<Model>();

/** All curves of the figure. */
export function modelOf(params: Params): Model {
  return remember(JSON.stringify(params), () => curvesOf(params));
}

function curvesOf(params: Params): Model {
  const steps = Array.from({ length: FARTHEST * FINE + 1 }, (_, i) => i / FINE);
  const empty = pictureAt(params, 0, false);
  const pictures = steps.map((shift) => pictureAt(params, shift));
  const { halvings } = params;
  const block = 2 ** halvings;
  const methods = Object.fromEntries(
    downsamplings.map((method) => {
      const without = downsample(empty, method, halvings);
      const values = pictures.map((p) =>
        largestDifference(downsample(p, method, halvings), without),
      );
      return [method, curve(values)];
    }),
  ) as Record<Downsampling, Curve>;
  const subMaps = Array.from({ length: block * block }, (_, phase) => {
    const [dy, dx] = [Math.floor(phase / block), phase % block];
    const without = subMap(empty, block, dy, dx);
    return curve(pictures.map((p) => largestDifference(subMap(p, block, dy, dx), without)));
  });
  return { methods, subMaps, block };
}

function curve(values: number[]): Curve {
  return { values, least: Math.min(...values), most: Math.max(...values) };
}

/** The value of a curve at a shift, between its points in a straight line. */
export function valueAt({ values }: Curve, shift: number): number {
  const at = Math.min(values.length - 1, Math.max(0, shift * FINE));
  const i = Math.min(values.length - 2, Math.floor(at));
  return values[i] + (values[i + 1] - values[i]) * (at - i);
}

export function describe(words: ShiftWords, params: Params, t: number): string {
  const moved = shiftAt(t);
  const { methods, subMaps, block } = modelOf(params);
  const { length, paint, halvings } = params;
  const now = downsamplings.map((method) => ({
    name: words.methods[method],
    now: Math.round(valueAt(methods[method], moved)),
    least: Math.round(methods[method].least),
    most: Math.round(methods[method].most),
  }));
  const what = words.what({ dark: paint === 'dark', length, moved, halvings }, now);
  if (block > 2) return what;
  const alone = [0, 2, 1, 3].map((phase) => {
    const [dy, dx] = [Math.floor(phase / 2), phase % 2];
    return `${phaseLetter(2, dy, dx)} ${Math.round(valueAt(subMaps[phase], moved))}`;
  });
  return `${what} ${words.alone(alone)}`;
}
