import type { Declaration, Values } from '../../parameters/index.ts';
import { random } from '../../random/index.ts';
import { channelIndex, equivalentWindow, type Kernel, toSpd, toStrided } from '../../spd/index.ts';
import { phaseLetter } from '../kit/palette.ts';
import { timeline } from '../kit/timeline.ts';

export const parameters = {
  given: {
    kind: 'choice',
    label: 'Given',
    default: 'spd',
    options: [
      { value: 'spd', label: 'space-to-depth + convolution' },
      { value: 'strided', label: 'strided convolution' },
    ],
    help: 'Which of the two is given; the other is made from its weights.',
  },
  block: {
    kind: 'integer',
    label: 'Block size, stride s',
    min: 2,
    max: 4,
    default: 2,
  },
  kernel: {
    kind: 'integer',
    label: 'Kernel k',
    min: 1,
    max: 7,
    default: 3,
    help: 'Of the convolution that is given.',
  },
  seed: { kind: 'integer', label: 'Random weights', min: 1, max: 99, default: 1 },
} as const satisfies Declaration;

export type Params = Values<typeof parameters>;

/** More cells across than this are too small for a letter and a number. */
const WIDEST = 12;

export function constrain(values: Params): { values: Params; errors: string[] } {
  const { given, block, kernel } = values;
  const most = Math.floor(WIDEST / block);
  if (given === 'strided' || kernel <= most) return { values, errors: [] };
  return {
    values: { ...values, kernel: most },
    errors: [
      `A kernel of ${kernel} after block size ${block} has no room here: kernel ${most} is shown.`,
    ],
  };
}

/** Channels of X and of the output that the weights are for; the figure shows the first of each. */
export const CHANNELS = 3;
export const OUTPUTS = 4;
/** Side of the picture on which the engine compares, in blocks. */
const BLOCKS = 6;

/** One weight (or a zero that fills up the blocks), by its place in both kernels. */
export interface Weight {
  /** Sub-map: row and column offset in the block. */
  dy: number;
  dx: number;
  /** Place in the sub-map's kernel. */
  u: number;
  v: number;
  /** Place in the strided kernel, zeros included. */
  row: number;
  column: number;
  value: number;
  /** A zero that the strided kernel does not have. */
  filling: boolean;
}

export interface Model extends Params {
  /** Rows of a sub-map's kernel. */
  small: number;
  /** Rows of the strided kernel, filled up to whole blocks: block * small. */
  filled: number;
  /** Rows of the strided kernel itself, and zero rows before its first one. */
  strided: { kernel: number; shift: number; padding: readonly [number, number] };
  spd: { padding: readonly [number, number] };
  /** Both kernels in full: OIHW, 4 outputs, 3 channels of X. */
  kernels: { strided: Kernel; spd: Kernel };
  /** The weights for the first channel and the first output, by phase in the published order, then by row and column. */
  weights: Weight[];
  /** Share of the weights after space-to-depth that are such zeros. */
  zeroFraction: number;
  /** Side of the picture on which the engine compares, px. */
  size: number;
}

/** What the engine has to compare: the very weights that the figure moves. */
export function twoConvolutions({ kernels, strided, spd, size, block, seed }: Model) {
  return {
    size,
    block,
    strided: { kernel: kernels.strided, padding: strided.padding },
    spd: { kernel: kernels.spd, padding: spd.padding },
    seed,
  };
}

function randomWeights(seed: number, length: number): Float32Array {
  const next = random(seed, 0x5bd);
  return Float32Array.from({ length }, () => 2 * next() - 1);
}

export function modelOf(params: Params): Model {
  const { given, block, kernel, seed } = params;
  const size = BLOCKS * block;
  const parts =
    given === 'spd' ? fromSpd(block, kernel, seed) : fromStrided(size, block, kernel, seed);
  const { small, shift, kernels } = parts;
  const weights: Weight[] = [];
  for (let dx = 0; dx < block; dx++)
    for (let dy = 0; dy < block; dy++)
      for (let u = 0; u < small; u++)
        for (let v = 0; v < small; v++) {
          const [row, column] = [block * u + dy, block * v + dx];
          const channel = channelIndex('spd', block, CHANNELS, { dy, dx, c: 0 });
          const inside = (i: number) => i >= shift && i < shift + kernels.strided.kernel;
          weights.push({
            dy,
            dx,
            u,
            v,
            row,
            column,
            value: kernels.spd.data[(channel * small + u) * small + v],
            filling: !(inside(row) && inside(column)),
          });
        }
  return {
    ...params,
    small,
    filled: block * small,
    strided: { kernel: kernels.strided.kernel, shift, padding: parts.stridedPadding },
    spd: { padding: parts.spdPadding },
    kernels,
    weights,
    zeroFraction: weights.filter(({ filling }) => filling).length / weights.length,
    size,
  };
}

interface Parts {
  small: number;
  shift: number;
  kernels: Model['kernels'];
  stridedPadding: readonly [number, number];
  spdPadding: readonly [number, number];
}

function fromSpd(block: number, kernel: number, seed: number): Parts {
  const channels = CHANNELS * block * block;
  const data = randomWeights(seed, OUTPUTS * channels * kernel * kernel);
  const spd = { data, outputs: OUTPUTS, channels, kernel };
  const [before, after] = [kernel >> 1, kernel - 1 - (kernel >> 1)];
  return {
    small: kernel,
    shift: 0,
    kernels: { spd, strided: toStrided(spd, block) },
    spdPadding: [before, after],
    stridedPadding: [block * before, block * after],
  };
}

function fromStrided(size: number, stride: number, kernel: number, seed: number): Parts {
  const data = randomWeights(seed, OUTPUTS * CHANNELS * kernel * kernel);
  const strided = { data, outputs: OUTPUTS, channels: CHANNELS, kernel };
  // The padding with which the output is a stride-th of the input: 1 for 3x3/2, 3 for 7x7/2.
  const padding = Math.max(0, Math.ceil((kernel - stride) / 2));
  const window = equivalentWindow(size, { kernel, stride, padding });
  return {
    small: window.kernel,
    shift: window.shift,
    kernels: { strided, spd: toSpd(strided, stride, padding) },
    spdPadding: window.padding,
    stridedPadding: [padding, padding],
  };
}

/** "B4": the sub-map's letter and the weight's number in its kernel, row by row. */
export function nameOf({ block, small }: Model, { dy, dx, u, v }: Weight): string {
  return `${phaseLetter(block, dy, dx)}${u * small + v + 1}`;
}

/** How far the weights have come, acts by name. */
export function acts({ given, block, zeroFraction }: Model) {
  const phases = block * block;
  const fly = [
    { name: 'first', label: 'sub-map A', seconds: 1.6 },
    {
      name: 'rest',
      label: phases > 4 ? 'all sub-maps' : 'sub-maps B, C, D',
      seconds: Math.min(5, 0.9 * (phases - 1)),
    },
  ] as const;
  const equal = { name: 'equal', label: 'the same numbers', seconds: 1.2 } as const;
  return timeline<'fill' | 'first' | 'rest' | 'equal'>(
    given === 'strided' && zeroFraction > 0
      ? [{ name: 'fill', label: 'zeros fill the blocks', seconds: 1.4 }, ...fly, equal]
      : [...fly, equal],
  );
}

/** "3×3, stride 1, padding 1" */
export function windowName(
  kernel: number,
  stride: number,
  [before, after]: readonly [number, number],
): string {
  const padding = before === after ? String(before) : `${before} + ${after}`;
  return `${kernel}×${kernel}, stride ${stride}, padding ${padding}`;
}

/** "7/16": the zeros among the weights of one channel and one output. */
export function zeroShare({ weights }: Model): string {
  return `${weights.filter(({ filling }) => filling).length}/${weights.length}`;
}

export function describe(params: Params, t: number): string {
  const model = modelOf(params);
  const { given, block, small, strided, spd, filled, zeroFraction } = model;
  const time = acts(model);
  const after = `space-to-depth with block size ${block} and a ${small} × ${small} convolution`;
  const zeros = zeroFraction > 0 ? `; ${zeroShare(model)} of them are zero` : '';
  const one = `A ${windowName(small, 1, spd.padding)} convolution after space-to-depth with block size ${block}, one kernel for each of the ${block * block} sub-maps`;
  const other = `a ${windowName(strided.kernel, block, strided.padding)} convolution`;
  if (given === 'spd') {
    if (t === 0) return `${one}.`;
    if (time.progress('rest', t) === 0)
      return `${one}. The weights of sub-map A move to every ${block === 2 ? 'second' : `${block}th`} row and column of a kernel of ${filled} × ${filled}.`;
    if (time.progress('equal', t) === 0)
      return `${one}. All ${filled * filled} weights find their places in a kernel of ${filled} × ${filled}, each sub-map’s in its phase.`;
    return `${one}, is ${other}: the same ${filled * filled} weights, and the same numbers come out.`;
  }
  const start = `A ${windowName(strided.kernel, block, strided.padding)} convolution`;
  if (t === 0) return `${start}, ${strided.kernel ** 2} weights.`;
  if (time.progress('first', t) === 0)
    return `${start}. Zeros fill its kernel up to ${filled} × ${filled}, so that it holds whole blocks.`;
  if (time.progress('equal', t) === 0)
    return `${start}. Its weights part by phase: a kernel of ${small} × ${small} for each of the ${block * block} sub-maps${zeros}.`;
  return `${start} is ${after} with ${filled * filled} weights${zeros}. The same numbers come out.`;
}
