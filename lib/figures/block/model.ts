import { type Wiring, type WiringCost, wiringCosts } from '../../spd/cost.ts';
import { place, taps } from '../../spd/windows.ts';
import { divided } from '../kit/multiple.ts';
import { thousands } from '../kit/numbers.ts';
import { timeline } from '../kit/timeline.ts';
import { type Params, parameters } from './parameters.ts';
import type { BlockWords } from './words.ts';

export { type Params, parameters };

export function constrain(words: BlockWords, values: Params): { values: Params; errors: string[] } {
  const { max } = parameters.size;
  return divided(values, { min: 2 * values.block, max }, words.doesNotDivide);
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
  costs: WiringCost[];
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
    { name: 'fly', seconds: 3.2 },
    { name: 'window', seconds: 1.4 },
    { name: 'walk', seconds: Math.min(5, 1.5 + 0.12 * small * small) },
    { name: 'cost', seconds: 1.6 },
  ]);
}

/** "3×3, stride 2" and the like. */
export function wiringName(
  { wirings }: BlockWords,
  wiring: Wiring,
  { kernel, block }: Params,
): string {
  const k = `${kernel}×${kernel}`;
  if (wiring === 'spd-1x1') return wirings[wiring];
  return wiring === 'strided' ? wirings.strided(k, block) : wirings[wiring](k);
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

export function describe(words: BlockWords, params: Params, t: number): string {
  const model = modelOf(params);
  const { size, small, deep, inputs, outputs, kernel, block } = model;
  const time = acts(model);
  const [x, x1, x2] = [
    shape('X', size, inputs),
    shape('X′', small, deep),
    shape('X″', small, outputs),
  ];
  const what = words.what(block, kernel, x, x1, x2);
  if (t === 0) return `${what} ${words.start(thousands(size * size * inputs))}`;
  if (time.progress('window', t) === 0) return `${what} ${words.moved(block)}`;
  if (time.progress('walk', t) === 0) return `${what} ${words.window(kernel, deep)}`;
  const numbers = words.readsAndWrites(
    thousands(small * small * deep),
    thousands(small * small * outputs),
  );
  if (time.progress('cost', t) === 0) return `${what} ${words.walked} ${numbers}`;
  const [strided] = model.costs;
  const rows = model.costs.map(({ wiring, weights, macs }) => ({
    wiring: wiringName(words, wiring, params),
    weights: thousands(weights),
    macs: thousands(macs),
    times: times(macs, strided.macs),
  }));
  return `${what} ${numbers} ${words.costs(rows)}`;
}
