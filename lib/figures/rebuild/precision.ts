// How exactly the numbers are kept that a halving writes, or the pixels before it.
import { normal, random } from '../../random/index.ts';

/**
 * - `exact`: as the engine of the page computes, in double precision
 * - `float32`, `float16`: every written number rounded
 * - `bits8`: every written map rounded to 255 steps between its largest value and minus that
 * - `noise`: normal noise on every written map, its standard deviation 1 % of the map's own
 * - `camera`: normal noise of 2 grey levels on the picture, before it is halved
 */
export const precisions = ['exact', 'float32', 'float16', 'bits8', 'noise', 'camera'] as const;
export type Precision = (typeof precisions)[number];

const NOISE = 0.01;
/** Grey levels. */
export const CAMERA = 2;
/** Streams of the noise, apart from those of the weights. */
const [OF_MAPS, OF_PICTURE] = [77, 78];

/** The nearest number of IEEE half precision, for sizes below 65,520. */
export function float16(v: number): number {
  if (v === 0) return v;
  const exponent = Math.max(-14, Math.floor(Math.log2(Math.abs(v))));
  const step = 2 ** (exponent - 10);
  const whole = Math.round(v / step);
  const tie = Math.abs(v / step - Math.trunc(v / step)) === 0.5;
  return (tie ? 2 * Math.round(v / step / 2) : whole) * step;
}

/** One map of written numbers as they are kept; `draw` seeds the noise, `map` tells maps of one draw apart. */
export function kept(map: Float64Array, how: Precision, draw: number, at: number): Float64Array {
  if (how === 'float32') return map.map(Math.fround);
  if (how === 'float16') return map.map(float16);
  if (how === 'bits8') {
    const step = map.reduce((most, v) => Math.max(most, Math.abs(v)), 0) / 127;
    return step === 0 ? map : map.map((v) => step * Math.round(v / step));
  }
  if (how !== 'noise') return map;
  const mean = map.reduce((sum, v) => sum + v, 0) / map.length;
  const spread = Math.sqrt(map.reduce((sum, v) => sum + (v - mean) ** 2, 0) / map.length);
  const next = random(draw, OF_MAPS + 1000 * (at + 1));
  return map.map((v) => v + NOISE * spread * normal(next));
}

/** One colour of the picture as the camera sees it. */
export function seen(colour: Float64Array, how: Precision, draw: number, c: number): Float64Array {
  if (how !== 'camera') return colour;
  const next = random(draw, OF_PICTURE + 1000 * (c + 1));
  return colour.map((v) => v + CAMERA * normal(next));
}
