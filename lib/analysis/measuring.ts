// A measurement from what the heads of detectors said: boxes are decoded, suppressed and judged in here.
import {
  decode,
  EVALUATION,
  type Level,
  nonMaxSuppression,
  type Truth,
} from '../detection/index.ts';
import { random } from '../random/index.ts';
import { type Difference, type Interval, Measurement, type Measures } from './measurement.ts';

/** One scene: what each model's head said of it, and what is there. */
export interface SaidOfScene {
  models: readonly { levels: Level[]; classCount: number }[];
  truths: readonly Truth[];
}

/** How much of a measurement is the luck of which scenes they were. */
export interface Luck {
  resamples: number;
  /** By model, then by measure. */
  intervals: (Interval | null)[][];
  differences: Difference[];
  /** Precision of each at the 101 recalls. */
  curves: number[][];
}

/** Resamples between two rests. */
const AT_ONCE = 10;

/** Measures models scene by scene: in a worker, or where there is none, on the page's own thread. */
export class Measuring {
  private readonly measurement: Measurement;

  constructor(models: number) {
    this.measurement = new Measurement(models);
  }

  add({ models, truths }: SaidOfScene): void {
    this.measurement.add(
      models.map(({ levels, classCount }) => ({
        detections: nonMaxSuppression(decode(levels, { classCount, ...EVALUATION })),
        truths,
      })),
    );
  }

  scores(): Measures[] {
    return this.measurement.scores();
  }

  /** Draws the scenes again, so many times; in between the thread may do something else. */
  async luck(resamples: number, seed: number): Promise<Luck> {
    const { measurement } = this;
    const next = random(seed);
    for (let i = 1; i <= resamples; i++) {
      measurement.resample(next);
      if (i % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    return {
      resamples,
      intervals: measurement.intervals(),
      differences: measurement.differences(),
      curves: measurement.curves(),
    };
  }
}
