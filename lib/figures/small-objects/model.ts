import { timeline } from '../kit/timeline.ts';
import { METHODS } from './methods.ts';
import type { Params } from './parameters.ts';
import type { SmallObjectsWords } from './words.ts';

export type { Params };

/** Side of the picture, px. */
export const SIDE = 128;

/** The sizes of the pyramid; the order is that of the drawing, from top to bottom. */
export const SCALES = [2, 1, 0.5] as const;
export const SCALE_NAMES = ['× 2', '× 1', '× ½'] as const;

export interface Thing {
  /** Middle, px of the picture. */
  x: number;
  y: number;
  length: number;
}

export function things({ object }: Params): Thing[] {
  return [
    { x: 100, y: 24, length: object },
    { x: 30, y: 40, length: 3 * object },
    { x: 82, y: 86, length: 6 * object },
  ];
}

/** Whether a thing has a suitable length in a size of the picture. */
export function suitable({ from, to }: Params, { length }: Thing, scale: number): boolean {
  return length * scale >= from && length * scale <= to;
}

/** A square of the picture, px. */
export interface Chip {
  x: number;
  y: number;
  side: number;
}

/** A piece around a thing, with room for its surroundings. */
export function chipOf({ x, y, length }: Thing): Chip {
  const side = Math.min(SIDE, Math.max(1.5 * length, 16));
  const from = (middle: number) => Math.min(SIDE - side, Math.max(0, middle - side / 2));
  return { x: from(x), y: from(y), side };
}

/** Pixels that a method reads, in pictures of scale 1. */
export function pixelsRead(params: Params, method: number): number {
  const name = METHODS[method];
  if (name === 'Image pyramid' || name === 'SNIP')
    return SCALES.reduce((sum, scale) => sum + scale * scale, 0);
  if (name !== 'SNIPER') return 1;
  return SCALES.reduce((sum, scale) => {
    const chips = things(params).filter((thing) => suitable(params, thing, scale));
    const area = chips.reduce((pixels, thing) => pixels + chipOf(thing).side ** 2, 0);
    return sum + (scale * scale * area) / SIDE ** 2;
  }, 0);
}

export function acts() {
  return timeline(METHODS.slice(1).map((name) => ({ name, seconds: 1.6 })));
}

/** Between which two methods t lies, and how far on the way; at a stop u is 1. */
export function between(t: number): { a: number; b: number; u: number } {
  const time = acts();
  const b = METHODS.findIndex((name, i) => i > 0 && time.progress(name, t) < 1);
  if (b < 0) return { a: METHODS.length - 2, b: METHODS.length - 1, u: 1 };
  const u = time.eased(METHODS[b], t);
  return u === 0 && b > 1 ? { a: b - 2, b: b - 1, u: 1 } : { a: b - 1, b, u };
}

/** The method that is seen at t: the nearer one. */
export function shown(t: number): number {
  const { a, b, u } = between(t);
  return u >= 0.5 ? b : a;
}

/** "5.25 pictures" */
export function pixelsText(words: SmallObjectsWords, params: Params, method: number): string {
  return words.pictures(
    pixelsRead(params, method)
      .toFixed(2)
      .replace(/\.?0+$/, ''),
  );
}

export function describe(words: SmallObjectsWords, params: Params, t: number): string {
  const method = shown(t);
  const pictures = pixelsText(words, params, method);
  return words.told({ ...words.methods[METHODS[method]], pictures });
}
