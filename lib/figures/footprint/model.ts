import { interiorPathsOf, type StackLayer } from '../../spd/paths.ts';
import { memo } from '../kit/memo.ts';
import { thousands } from '../kit/numbers.ts';
import { type Timeline, timeline } from '../kit/timeline.ts';
import type { Params } from './parameters.ts';
import type { FootprintWords } from './words.ts';

export type { Params };

export function acts({ halvings: last }: Params): Timeline<string> {
  return timeline(
    Array.from({ length: last }, (_, i) => ({
      name: String(i + 1),
      seconds: 1.4,
    })),
  );
}

/** Halvings stacked at t, fractional while the next one comes in. */
export function levelAt(params: Params, t: number): number {
  const time = acts(params);
  let level = 0;
  for (let i = 1; i <= params.halvings; i++) level += time.eased(String(i), t);
  return Math.abs(level - Math.round(level)) < 1e-9 ? Math.round(level) : level;
}

/** The layers of a stack of `times` halvings, first layer first. */
export function stridedLayers({ kernel }: Params, times: number): StackLayer[] {
  return Array<StackLayer>(times).fill({ kernel, stride: 2, padding: kernel >> 1 });
}

export function spdLayers({ after }: Params, times: number): StackLayer[] {
  const one: StackLayer[] =
    after === 'published'
      ? [
          { kernel: 3, padding: 1 },
          { kernel: 1, block: 2 },
        ]
      : [{ kernel: after === 'spd-3' ? 3 : 1, padding: after === 'spd-3' ? 1 : 0, block: 2 }];
  return Array.from({ length: times }, () => one).flat();
}

/** Paths along one axis from each pixel of a window, far from the edges, to all outputs. */
export interface Side {
  /** [level][pixel], level 0 before the first layer. */
  lines: number[][];
}

export interface Model {
  /** Pixels along one axis that are shown: the pattern's period, or 8. */
  window: number;
  strided: Side;
  spd: Side;
}

const remember = memo<Model>();

export function modelOf(params: Params): Model {
  return remember(JSON.stringify(params), () => count(params));
}

function count(params: Params): Model {
  const window = Math.max(8, 2 ** params.halvings);
  const lines = (layers: (times: number) => StackLayer[]) =>
    Array.from({ length: params.halvings + 1 }, (_, level) => {
      const period = level === 0 ? Float64Array.of(1) : interiorPathsOf(layers(level));
      return Array.from({ length: window }, (_, p) => period[p % period.length]);
    });
  return {
    window,
    strided: { lines: lines((times) => stridedLayers(params, times)) },
    spd: { lines: lines((times) => spdLayers(params, times)) },
  };
}

/** What the stacks are called. */
export function stackNames(words: FootprintWords, { kernel, after }: Params) {
  return { strided: words.strided(kernel), spd: words.spd[after] };
}

export function meanOf(line: readonly number[]): number {
  return line.reduce((sum, n) => sum + n, 0) / line.length;
}

/** Most and least paths from a pixel of the plane: the products of those along one axis. */
export function extremes(line: readonly number[]): { most: number; least: number } {
  return { most: Math.max(...line) ** 2, least: Math.min(...line) ** 2 };
}

/** Mean of the even and of the odd pixels of a line, relative to the mean of all: what the finest checkerboard does. */
export function byParity(line: readonly number[]): [even: number, odd: number] {
  const mean = meanOf(line) || 1;
  const of = (parity: number) => meanOf(line.filter((_, p) => p % 2 === parity)) / mean;
  return [of(0), of(1)];
}

/** "most to least 25 : 1", "even", or that some pixels are never read. */
export function ratioText(
  words: FootprintWords,
  { most, least }: { most: number; least: number },
): string {
  if (most === least) return words.even;
  return least === 0 ? words.noPath : words.ratio(thousands(Number((most / least).toFixed(2))));
}

export function describe(words: FootprintWords, params: Params, t: number): string {
  const level = Math.round(levelAt(params, t));
  if (level === 0) return words.before;
  const model = modelOf(params);
  const names = stackNames(words, params);
  const say = (side: 'strided' | 'spd') => {
    const { name } = names[side];
    const line = model[side].lines[level];
    const { most, least } = extremes(line);
    if (most === least) return words.evenPaths(name, thousands(most));
    const [even, odd] = byParity(line);
    const phases = [even * even, odd * even, even * odd, odd * odd].map((v) => v.toFixed(2));
    return words.paths(name, thousands(least), thousands(most), phases);
  };
  return words.after(level, say('strided'), say('spd'));
}
