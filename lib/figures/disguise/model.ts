import { random } from '../../random/index.ts';
import { equivalentWindow, type Kernel, toSpd, toStrided } from '../../spd/kernels.ts';
import { channelIndex } from '../../spd/orders.ts';
import { heedWeights, type OwnWeights, readWeights } from '../kit/own-weights.ts';
import { phaseLetter } from '../kit/palette.ts';
import { timeline } from '../kit/timeline.ts';
import type { Params } from './parameters.ts';
import type { DisguiseWords } from './words.ts';

export type { Params };

/** More cells across than this are too small for a letter and a number. */
const WIDEST = 12;

export function constrain(
  words: Pick<DisguiseWords, 'noRoom' | 'noWeights'>,
  wanted: Params,
): { values: Params; errors: string[] } {
  const { values, errors } = heedWeights(wanted, words.noWeights);
  const { given, block, kernel } = values;
  const most = Math.floor(WIDEST / block);
  if (given === 'strided' || kernel <= most) return { values, errors };
  return {
    values: { ...values, kernel: most },
    errors: [...errors, words.noRoom(kernel, block, most)],
  };
}

/** The reader's own filters, where they are of the kind that is given. */
export function ownOf({ given, block, kernel, filters }: Params): OwnWeights | undefined {
  const own = readWeights(filters);
  return own?.via === given && block === 2 && own.kernel.kernel === kernel ? own : undefined;
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
  /** The largest weight that is shown, where they are a trained filter's. */
  largest: number | undefined;
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
  const { given, block } = params;
  const size = BLOCKS * block;
  const own = ownOf(params);
  const kernel = own?.kernel ?? randomKernel(params);
  const parts = given === 'spd' ? fromSpd(block, kernel) : fromStrided(size, block, kernel);
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
    largest: own && weights.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0),
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

function randomKernel({ given, block, kernel, seed }: Params): Kernel {
  const channels = given === 'spd' ? CHANNELS * block * block : CHANNELS;
  const data = randomWeights(seed, OUTPUTS * channels * kernel * kernel);
  return { data, outputs: OUTPUTS, channels, kernel };
}

function fromSpd(block: number, spd: Kernel): Parts {
  const { kernel } = spd;
  const [before, after] = [kernel >> 1, kernel - 1 - (kernel >> 1)];
  return {
    small: kernel,
    shift: 0,
    kernels: { spd, strided: toStrided(spd, block) },
    spdPadding: [before, after],
    stridedPadding: [block * before, block * after],
  };
}

function fromStrided(size: number, stride: number, strided: Kernel): Parts {
  const { kernel } = strided;
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
  const fly = [
    { name: 'first', seconds: 1.6 },
    { name: 'rest', seconds: Math.min(5, 0.9 * (block * block - 1)) },
    { name: 'equal', seconds: 1.2 },
  ] as const;
  return timeline<'fill' | 'first' | 'rest' | 'equal'>(
    given === 'strided' && zeroFraction > 0 ? [{ name: 'fill', seconds: 1.4 }, ...fly] : fly,
  );
}

/** "7/16": the zeros among the weights of one channel and one output. */
export function zeroShare({ weights }: Model): string {
  return `${weights.filter(({ filling }) => filling).length}/${weights.length}`;
}

/** What stands in a weight's cell: its name, or of a trained filter's its number in hundredths of the largest. */
export function textOf(model: Model, weight: Weight): string {
  if (weight.filling) return '0';
  const { largest } = model;
  if (largest === undefined) return nameOf(model, weight);
  const hundredths = largest > 0 ? Math.round((100 * weight.value) / largest) : 0;
  return String(hundredths).replace('-', '−');
}
