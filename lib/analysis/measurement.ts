// How well detectors do on scene after scene, and how much of it is the luck of which scenes they were.
import {
  type AveragePrecision,
  type ImageResult,
  PrecisionTable,
  SIZE_BINS,
} from '../detection/index.ts';
import type { Random } from '../random/index.ts';
import { quantiles } from './quantiles.ts';

/** What is measured, in the order of the numbers: AP, AP50, then AP in each size bin. In per cent. */
export const MEASURES = ['AP', 'AP50', ...SIZE_BINS.map(({ name }) => name)] as const;

/** One number for each of {@link MEASURES}; null where there was no object. */
export type Measures = readonly (number | null)[];

/** Where a number would lie, 95 times in 100, were other scenes of the same kind drawn. */
export interface Interval {
  low: number;
  high: number;
}

/** A model's AP less that of another, on the same scenes. */
export interface Difference {
  /** Numbers of the two models. */
  of: number;
  against: number;
  /** Points of AP. */
  value: number;
  interval: Interval;
  /** Whether the interval holds nought: chance alone may have made the difference. */
  noise: boolean;
  /** Scenes after which a difference of this size would stand clear of nought. */
  scenes: number;
}

/** Half of what lies outside a 95 per cent interval. */
const TAIL = 0.025;

/** Where most of some numbers lie; null with fewer than two. */
export function intervalOf(values: readonly number[]): Interval | null {
  if (values.length < 2) return null;
  const at = quantiles(values);
  return { low: at(TAIL), high: at(1 - TAIL) };
}

/**
 * Average precision of several models on the same scenes, with bootstrap intervals over the scenes. A resample draws as
 * many scenes as there are, with replacement, and gives all models the same: their differences are paired.
 */
export class Measurement {
  private readonly tables: PrecisionTable[];
  /** Of each resample, the measures of each model. */
  private readonly resamples: Measures[][] = [];

  constructor(models: number) {
    this.tables = Array.from({ length: models }, () => new PrecisionTable());
  }

  /** Scenes so far. */
  get scenes(): number {
    return this.tables[0]?.pictures ?? 0;
  }

  /** One more scene: what each model said of it. Resamples of fewer scenes are forgotten. */
  add(results: readonly ImageResult[]): void {
    results.forEach((result, i) => {
      this.tables[i].add(result);
    });
    this.resamples.length = 0;
  }

  scores(): Measures[] {
    return this.tables.map((table) => measuresOf(table.precision()));
  }

  /** Precision of each model at the 101 recalls, for an IoU of 0.5. */
  curves(): number[][] {
    return this.tables.map((table) => table.curve());
  }

  /** Draws the scenes once more. */
  resample(next: Random): void {
    const weights = new Uint16Array(this.scenes);
    for (let i = 0; i < weights.length; i++) weights[Math.floor(next() * weights.length)]++;
    this.resamples.push(this.tables.map((table) => measuresOf(table.precision(weights))));
  }

  /** By model, then by measure; null where there are no resamples. */
  intervals(): (Interval | null)[][] {
    return this.tables.map((_, model) =>
      MEASURES.map((_, measure) =>
        intervalOf(
          this.resamples.flatMap((of) => {
            const value = of[model][measure];
            return value === null ? [] : [value];
          }),
        ),
      ),
    );
  }

  /** Every two models, the better one first. */
  differences(): Difference[] {
    const scores = this.scores().map(([ap]) => ap ?? 0);
    const order = scores.map((_, i) => i).sort((a, b) => scores[b] - scores[a]);
    return order.flatMap((of, i) =>
      order.slice(i + 1).flatMap((against) => {
        const interval = intervalOf(
          this.resamples.map((each) => (each[of][0] ?? 0) - (each[against][0] ?? 0)),
        );
        if (!interval) return [];
        const value = scores[of] - scores[against];
        const { low, high } = interval;
        const ratio = (high - low) / 2 / value;
        const scenes = value > 0 ? Math.ceil(this.scenes * ratio * ratio) : Infinity;
        return [{ of, against, value, interval, noise: low <= 0 && high >= 0, scenes }];
      }),
    );
  }
}

function measuresOf({ AP, AP50, APsize }: AveragePrecision): Measures {
  return [AP, AP50, ...SIZE_BINS.map(({ name }) => APsize[name])];
}
