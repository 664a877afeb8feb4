import { interiorPathsOf, interiorPlane, type StackLayer } from '../../spd/paths.ts';
import { memo } from '../kit/memo.ts';
import { thousands } from '../kit/numbers.ts';
import { type Timeline, timeline } from '../kit/timeline.ts';
import { isUniform, ownOf, type Place } from './own.ts';
import type { Params } from './parameters.ts';
import type { FootprintWords } from './words.ts';

export type { Params };

/** What the stacks are where every weight is one. */
export type Wiring = Omit<Params, 'maps'>;

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
export function stridedLayers({ kernel }: Wiring, times: number): StackLayer[] {
  return Array<StackLayer>(times).fill({ kernel, stride: 2, padding: kernel >> 1 });
}

export function spdLayers({ after }: Wiring, times: number): StackLayer[] {
  const one: StackLayer[] =
    after === 'published'
      ? [
          { kernel: 3, padding: 1 },
          { kernel: 1, block: 2 },
        ]
      : [{ kernel: after === 'spd-3' ? 3 : 1, padding: after === 'spd-3' ? 1 : 0, block: 2 }];
  return Array.from({ length: times }, () => one).flat();
}

/** Paths from each pixel of a window, far from the edges, to all outputs; by level, level 0 before the first layer. */
export interface Side {
  /** Along one axis where every weight is one: [level][pixel]. */
  lines: number[][];
  /** In the plane, row by row: the products of the lines, or each path with the trained weights that it passes. */
  planes: Float64Array[];
  /** The weights are the reader's own. */
  own: boolean;
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
  const side = (place: Place, layers: (times: number) => StackLayer[]): Side => {
    const lines = Array.from({ length: params.halvings + 1 }, (_, level) => {
      const period = level === 0 ? Float64Array.of(1) : interiorPathsOf(layers(level));
      return Array.from({ length: window }, (_, p) => period[p % period.length]);
    });
    const own = ownOf(params, place);
    const planes = lines.map((line, level) => {
      const { side, paths } = interiorPlane(own?.halvings.slice(0, level).flat() ?? []);
      return Float64Array.from({ length: window * window }, (_, i) => {
        const [y, x] = [Math.floor(i / window), i % window];
        return own ? paths[(y % side) * side + (x % side)] : line[y] * line[x];
      });
    });
    return { lines, planes, own: own !== undefined };
  };
  return {
    window,
    strided: side('strided', (times) => stridedLayers(params, times)),
    spd: side('spd', (times) => spdLayers(params, times)),
  };
}

/** What the stacks are called. */
export function stackNames(words: FootprintWords, params: Params) {
  const nameOf = (place: Place, name: FootprintWords['ownStack']) => {
    const own = ownOf(params, place);
    return own && !isUniform(own) ? words.ownStack : name;
  };
  return {
    strided: nameOf('strided', words.strided(params.kernel)),
    spd: nameOf('spd', words.spd[params.after]),
  };
}

/** Of numbers that are there. */
export function meanOf(numbers: ArrayLike<number>): number {
  return Array.from(numbers).reduce((sum, n) => sum + n, 0) / numbers.length;
}

/** Most and least paths from a pixel of a plane. */
export function extremes(plane: Float64Array): { most: number; least: number } {
  return { most: Math.max(...plane), least: Math.min(...plane) };
}

/** The mean of each column of a plane, relative to that of all. */
export function columnsOf(plane: Float64Array, side: number): number[] {
  const of = side * (meanOf(plane) || 1);
  const columns = Array<number>(side).fill(0);
  plane.forEach((paths, i) => {
    columns[i % side] += paths / of;
  });
  return columns;
}

/** Means by phase of the 2 x 2 blocks, relative to the mean of all: A, B, C, D. What the finest checkerboard does. */
export function phasesOf(plane: Float64Array, side: number): number[] {
  const of = (plane.length / 4) * (meanOf(plane) || 1);
  const phases = [0, 0, 0, 0];
  plane.forEach((paths, i) => {
    const [y, x] = [Math.floor(i / side), i % side];
    phases[2 * (x % 2) + (y % 2)] += paths / of;
  });
  return phases;
}

/** "most to least 25 : 1", "even", or that some pixels are never read. */
export function ratioText(
  words: FootprintWords,
  { most, least }: { most: number; least: number },
): string {
  if (least === 0) return words.noPath;
  return most === least ? words.even : words.ratio(thousands(Number((most / least).toFixed(2))));
}

export function describe(words: FootprintWords, params: Params, t: number): string {
  const level = Math.round(levelAt(params, t));
  if (level === 0) return words.before;
  const model = modelOf(params);
  const names = stackNames(words, params);
  const say = (side: 'strided' | 'spd') => {
    const { name } = names[side];
    const plane = model[side].planes[level];
    const range = extremes(plane);
    const { most, least } = range;
    const phases = phasesOf(plane, model.window).map((v) => v.toFixed(2));
    if (model[side].own) return words.ownPaths(name, ratioText(words, range), phases);
    if (most === least) return words.evenPaths(name, thousands(most));
    return words.paths(name, thousands(least), thousands(most), phases);
  };
  return words.after(level, say('strided'), say('spd'));
}
