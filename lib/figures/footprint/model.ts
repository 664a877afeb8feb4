import type { Declaration, Values } from '../../parameters/index.ts';
import { interiorPathsOf, type StackLayer } from '../../spd/index.ts';
import { memo } from '../kit/memo.ts';
import { thousands } from '../kit/numbers.ts';
import { type Timeline, timeline } from '../kit/timeline.ts';

export const parameters = {
  halvings: { kind: 'integer', label: 'Halvings', min: 1, max: 5, default: 3 },
  kernel: {
    kind: 'integer',
    label: 'Strided kernel',
    min: 1,
    max: 7,
    default: 3,
    help: 'Side of the strided convolution, stride 2.',
  },
  after: {
    kind: 'choice',
    label: 'Space-to-depth with',
    default: 'spd-3',
    options: [
      { value: 'spd-3', label: '3×3 behind it' },
      { value: 'spd-1', label: '1×1 behind it' },
      { value: 'published', label: '3×3 before, 1×1 behind' },
    ],
    help: 'The last is how the published code wires it.',
  },
} as const satisfies Declaration;

export type Params = Values<typeof parameters>;

const halvings = ['', '1 halving', '2 halvings', '3 halvings', '4 halvings', '5 halvings'];

export function acts({ halvings: last }: Params): Timeline<string> {
  return timeline(
    Array.from({ length: last }, (_, i) => ({
      name: String(i + 1),
      label: halvings[i + 1],
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
  name: string;
  /** For the narrow layout. */
  short: string;
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
  const { kernel, after } = params;
  return {
    window,
    strided: {
      name: `${kernel} × ${kernel} with stride 2`,
      short: `${kernel}×${kernel}, stride 2`,
      lines: lines((times) => stridedLayers(params, times)),
    },
    spd: {
      name: {
        'spd-3': 'space-to-depth, then 3 × 3',
        'spd-1': 'space-to-depth, then 1 × 1',
        published: '3 × 3, space-to-depth, 1 × 1',
      }[after] as string,
      short: { 'spd-3': 'SPD, then 3×3', 'spd-1': 'SPD, then 1×1', published: '3×3, SPD, 1×1' }[
        after
      ] as string,
      lines: lines((times) => spdLayers(params, times)),
    },
  };
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

const written = (n: number) => thousands(n);

/** "most to least 25 : 1", "even", or that some pixels are never read. */
export function ratioText({ most, least }: { most: number; least: number }): string {
  if (most === least) return 'even: 1 : 1';
  return least === 0
    ? 'some pixels: no path at all'
    : `most to least ${written(Number((most / least).toFixed(2)))} : 1`;
}

export function describe(params: Params, t: number): string {
  const level = Math.round(levelAt(params, t));
  const { strided, spd } = modelOf(params);
  if (level === 0)
    return 'Before the first layer there is one path from each pixel: to itself. Every pixel has the same part in what comes out.';
  const say = ({ name, lines }: Side) => {
    const { most, least } = extremes(lines[level]);
    if (most === least)
      return `${name}: ${written(most)} paths from every pixel, an even footprint`;
    const [even, odd] = byParity(lines[level]);
    const phases = [even * even, odd * even, even * odd, odd * odd].map((v) => v.toFixed(2));
    return `${name}: from ${written(least)} to ${written(most)} paths from a pixel; by phase, relative to the mean, A ${phases[0]}, B ${phases[1]}, C ${phases[2]}, D ${phases[3]}`;
  };
  const times = [
    '',
    'One halving',
    'Two halvings',
    'Three halvings',
    'Four halvings',
    'Five halvings',
  ];
  return `${times[level]}. With ${say(strided)}. With ${say(spd)}.`;
}
