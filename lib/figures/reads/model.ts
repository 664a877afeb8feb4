import { interiorReads, isUniform, readCountsAfterSpd } from '../../spd/reads.ts';
import { type Padding, type Placement, place, taps, type Window } from '../../spd/windows.ts';
import type { Params } from './parameters.ts';
import type { ReadsWords } from './words.ts';

export type { Params };

/** More cells across than this can't be drawn with legible numbers. */
const WIDEST = 20;

/** The nearest settings that can be drawn: the block divides the size, a window fits, and all of it is legible. */
export function constrain(
  { changed }: ReadsWords,
  given: Params,
): { values: Params; errors: string[] } {
  const values = { ...given };
  const errors: string[] = [];
  const change = (name: 'size' | 'stride' | 'kernel' | 'dilation', value: number, why: string) => {
    errors.push(changed.shown(why, name, value));
    values[name] = value;
  };
  const { block } = values;
  if (block > 1 && values.stride > 1) change('stride', 1, changed.stride(values.stride));
  if (values.size % block !== 0)
    change('size', Math.ceil(values.size / block) * block, changed.block(block, values.size));
  while (Number(values.padding) > 0 && values.size + 2 * Number(values.padding) * block > WIDEST) {
    const less = String(Number(values.padding) - 1) as Params['padding'];
    errors.push(changed.shown(changed.padding(values.padding), 'padding', less));
    values.padding = less;
  }
  while (values.dilation > 1 && !fits(values))
    change('dilation', values.dilation - 1, changed.dilation(values.dilation));
  while (values.kernel > 1 && !fits(values))
    change('kernel', values.kernel - 1, changed.kernel(values.kernel));
  return { values, errors };
}

function fits(params: Params): boolean {
  const { block, size } = params;
  const padded = size / block;
  const window = windowOf(params);
  const extent = (window.kernel - 1) * params.dilation + 1;
  const pads = typeof window.padding === 'number' ? 2 * window.padding : 0;
  if (typeof window.padding === 'number' && padded + pads < extent) return false;
  const { before, after } = place(padded, window);
  return (padded + before + after) * block <= WIDEST;
}

/** The convolution's window, in positions of what it reads (pixels, or positions of the sub-maps). */
export function windowOf({
  kernel,
  stride,
  padding,
  dilation,
}: Params): Window & { padding: Padding } {
  const settled = padding.startsWith('same') ? (padding as Padding) : Number(padding);
  return { kernel, stride, padding: settled, dilation };
}

/** All numbers of the figure. */
export interface Model extends Params {
  placed: Placement;
  /** Padding in pixels of the image. */
  before: number;
  after: number;
  /** Reads along one axis, every window counted [size]. */
  reads: Uint32Array;
  /** Reads of an interior row by its offset in the pattern, from row 0. */
  pattern: number[];
  uniform: boolean;
  /** The most often read pixel's count. */
  most: number;
  /** Pixels along one axis that window i reads; padding included, below 0 or from `size` on. */
  footprint(i: number): number[];
}

export function modelOf(params: Params): Model {
  const { size, block } = params;
  const window = windowOf(params);
  const placed = place(size / block, window);
  const reads = readCountsAfterSpd(size, block, window);
  const interior = interiorReads(window);
  return {
    ...params,
    placed,
    before: placed.before * block,
    after: placed.after * block,
    reads,
    pattern: Array.from(
      { length: params.stride * block },
      (_, p) => interior[(Math.floor(p / block) + placed.before) % params.stride],
    ),
    uniform: isUniform(window),
    most: Math.max(...reads) ** 2,
    footprint: (i) =>
      taps(placed, i).flatMap((tap) => Array.from({ length: block }, (_, b) => tap * block + b)),
  };
}
