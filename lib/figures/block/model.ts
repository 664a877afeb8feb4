import type { Declaration, Values } from '../../parameters/index.ts';
import { type Cost, place, taps, type Wiring, wiringCosts } from '../../spd/index.ts';
import { nearestMultiple } from '../kit/multiple.ts';
import { thousands } from '../kit/numbers.ts';
import { timeline } from '../kit/timeline.ts';

export const parameters = {
  block: { kind: 'integer', label: 'Block size s', min: 2, max: 4, default: 2 },
  kernel: { kind: 'integer', label: 'Kernel k', min: 1, max: 5, default: 3 },
  inputs: {
    kind: 'integer',
    label: 'Channels C₁',
    min: 1,
    max: 128,
    default: 16,
    help: 'Channels of X.',
  },
  outputs: {
    kind: 'integer',
    label: 'Channels C₂',
    min: 1,
    max: 256,
    default: 32,
    help: 'Channels that the convolution writes.',
  },
  size: { kind: 'integer', label: 'Size S', min: 6, max: 16, default: 8, unit: 'px' },
} as const satisfies Declaration;

export type Params = Values<typeof parameters>;

export function constrain(values: Params): { values: Params; errors: string[] } {
  const { size, block } = values;
  if (size % block === 0) return { values, errors: [] };
  const nearest = nearestMultiple(size, block, parameters.size.max, 2);
  return {
    values: { ...values, size: nearest },
    errors: [`Block size ${block} does not divide the size ${size}: size ${nearest} is shown.`],
  };
}

/** All numbers of the figure. */
export interface Model extends Params {
  /** Rows of X' and X''. */
  small: number;
  /** Channels of X': s^2 C1. */
  deep: number;
  /** Zeros before the first row that the window reads, in places of X'. */
  before: number;
  /** The places of X' along one axis that window i reads, those inside. */
  footprint(i: number): number[];
  costs: Cost[];
}

export function modelOf(params: Params): Model {
  const { size, block, kernel, inputs } = params;
  const small = size / block;
  const before = kernel >> 1;
  const placed = place(small, { kernel, padding: [before, kernel - 1 - before] });
  return {
    ...params,
    small,
    deep: block * block * inputs,
    before,
    footprint: (i) => taps(placed, i).filter((p) => p >= 0 && p < small),
    // With k = 1 the second and the third wiring are one.
    costs: wiringCosts(params).filter(({ wiring }) => kernel > 1 || wiring !== 'spd-1x1'),
  };
}

export function acts({ small }: Model) {
  return timeline([
    { name: 'fly', label: 'X′: blocks moved into the depth', seconds: 3.2 },
    { name: 'window', label: 'the convolution’s first window', seconds: 1.4 },
    { name: 'walk', label: 'X″: all windows', seconds: Math.min(5, 1.5 + 0.12 * small * small) },
    { name: 'cost', label: 'what it costs', seconds: 1.6 },
  ]);
}

/** "3 × 3, stride 2" and the like. */
export function wiringName(wiring: Wiring, { kernel, block }: Params): string {
  const k = `${kernel}×${kernel}`;
  if (wiring === 'strided') return `${k}, stride ${block}`;
  if (wiring === 'spd') return `SPD, ${k}`;
  if (wiring === 'spd-1x1') return 'SPD, 1×1';
  return `${k}, SPD, 1×1`;
}

/** 950, 18.4 k, 1.18 M. */
export function short(n: number): string {
  if (n < 10_000) return thousands(n);
  const [value, unit] = n < 1e6 ? [n / 1e3, 'k'] : n < 1e9 ? [n / 1e6, 'M'] : [n / 1e9, 'G'];
  return `${Number(value.toPrecision(3))} ${unit}`;
}

/** How many times the strided convolution's, to two digits: "×4". */
export function times(n: number, strided: number): string {
  const ratio = n / strided;
  return `×${ratio >= 100 ? Math.round(ratio) : Number(ratio.toPrecision(2))}`;
}

/** "X″ (4, 4, 32)" */
export function shape(name: string, size: number, channels: number): string {
  return `${name} (${size}, ${size}, ${channels})`;
}

export function describe(params: Params, t: number): string {
  const model = modelOf(params);
  const { size, small, deep, inputs, outputs, kernel, block } = model;
  const time = acts(model);
  const x = shape('X', size, inputs);
  const x1 = shape('X′', small, deep);
  const x2 = shape('X″', small, outputs);
  const what = `SPD-Conv with block size ${block} and a ${kernel} × ${kernel} convolution: ${x} → ${x1} → ${x2}.`;
  if (t === 0) return `${what} X has ${thousands(size * size * inputs)} numbers.`;
  if (time.progress('window', t) === 0)
    return `${what} Space-to-depth moves every ${block} × ${block} block into the depth: as many numbers as before, none learned.`;
  if (time.progress('walk', t) === 0)
    return `${what} The convolution’s window reads ${kernel} × ${kernel} places through all ${deep} channels and writes one place of X″.`;
  const numbers = `It reads ${thousands(small * small * deep)} numbers and writes ${thousands(small * small * outputs)}.`;
  if (time.progress('cost', t) === 0)
    return `${what} The window stops at every place, since the map is small already. ${numbers}`;
  const [strided] = model.costs;
  const list = model.costs.map(
    ({ wiring, weights, macs }) =>
      `${wiringName(wiring, params)}: ${thousands(weights)} weights, ${thousands(macs)} multiply-accumulates (${times(macs, strided.macs)})`,
  );
  return `${what} ${numbers} For the same change of shape: ${list.join('; ')}.`;
}
