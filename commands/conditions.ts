// npm run conditions: how firmly a halving with random filters can be undone, for every way of halving, with zeros beyond
// the border and without a border.
import { parseArgs } from 'node:util';
import { vehiclePicture } from '#lib/figures/kit/vehicle.ts';
import { float16 } from '#lib/figures/rebuild/precision.ts';
import type { MeasuredRow } from '#lib/results/index.ts';
import {
  apply,
  type Border,
  type LeastSquares,
  leastSquares,
  type Rows,
  wrappedCondition,
} from '#lib/spd/index.ts';
import { median } from './bench/statistics.ts';
import { halving, type Way, ways } from './conditions/ways.ts';
import { countOf, progress } from './detector.ts';
import { commit } from './lib/commit.ts';
import { sayFaults } from './lib/say-faults.ts';
import { record, typed } from './measured.ts';
import { report } from './report.ts';

/**
 * Channels written for one read. A picture that wraps around is solved frequency by frequency, which is quick at any size;
 * with a border of zeros the whole matrix is: at the larger sides fewer widths, at the largest fewer draws.
 */
const WIDTHS: Record<Border, Record<number, readonly number[]>> = {
  zeros: { 8: [2, 3, 4, 5, 6, 7, 8], 16: [2, 3, 4], 24: [4] },
  wrap: { 8: [2, 3, 4, 5, 6, 7, 8], 16: [2, 3, 4, 5, 6, 7, 8], 24: [4] },
};
/**
 * A car's red, around middle grey, on so many pixels a side. The car is longer than that of the figures: what is recorded
 * was measured so.
 */
const AT = 16;

/** Grey levels (root of the mean square) that rounding what is written to float16 adds to the car that is rebuilt. */
function added(rows: Rows, answer: LeastSquares): number {
  const { pixels } = vehiclePicture({ side: AT, length: 10, offset: 0 });
  const red = Float64Array.from({ length: AT * AT }, (_, i) => pixels[3 * i] - 128);
  const written = apply(rows, red);
  const fault = answer.solve(written.map((v) => float16(v) - v));
  return Math.sqrt(fault.reduce((sum, v) => sum + v * v, 0) / fault.length);
}

/** One way under one condition: the median over the draws, seeds `first` and those after it, and the extremes. */
export function measure(
  way: Way,
  side: number,
  channels: number,
  border: Border,
  draws: number,
  first = 1,
) {
  const conditions: number[] = [];
  const faults: number[] = [];
  for (let draw = first; draw < first + draws; draw++) {
    const rows = halving(way, side, channels, draw, border);
    if (border === 'wrap') conditions.push(wrappedCondition(rows.slice(0, channels), { side }));
    else {
      const answer = leastSquares(rows);
      const isWhole = answer.space.rank === Math.min(rows.length, side * side);
      conditions.push(isWhole ? answer.condition : Number.POSITIVE_INFINITY);
      if (side === AT && isWhole) faults.push(added(rows, answer));
    }
  }
  const short = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(4)) : null);
  return {
    condition: short(median(conditions)),
    least: short(Math.min(...conditions)),
    most: short(Math.max(...conditions)),
    ...(faults.length === draws && {
      float16: short(median(faults)),
      'float16 least': short(Math.min(...faults)),
      'float16 most': short(Math.max(...faults)),
    }),
    draws,
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      draws: { type: 'string', default: '20' },
      record: { type: 'boolean' },
    },
  });
  const draws = countOf(values.draws);
  const cases = (['zeros', 'wrap'] as const).flatMap((border) =>
    Object.entries(WIDTHS[border]).flatMap(([side, widths]) =>
      widths.flatMap((channels) =>
        ways.map((variant) => ({ variant, side: Number(side), channels, border })),
      ),
    ),
  );
  const rows = cases.map(({ variant, side, channels, border }, i): MeasuredRow => {
    // A matrix of 576 columns takes a second or two.
    const fewer = side > AT && border === 'zeros' ? Math.ceil(draws / 3) : draws;
    const found = measure(variant, side, channels, border, fewer);
    progress('cases', i + 1, cases.length);
    return {
      variant,
      border,
      side,
      channels,
      seed: 1,
      ...found,
      command: typed('conditions'),
      commit: commit(),
    };
  });
  if (values.record) record('conditions', rows);
  const flat = rows.map(({ command, commit, seed, ...row }) => row);
  report(values.json ? rows : flat, {
    json: values.json,
    title: 'Condition numbers of halvings with random filters, medians',
  });
}

if (import.meta.main) {
  sayFaults();
  await main();
}
