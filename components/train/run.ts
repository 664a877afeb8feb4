// A training as the page follows it: which worker, what it was begun with, what it has reached.
import '#components/kit/fault-words.ts';
import type {
  Apart,
  Crops,
  DatasetSettings,
  Inside,
  NetworkPlan,
  Point,
  Score,
  TrainingClient,
} from '#lib/training/index.ts';

/** What decides a training; none of it can change under way. */
export interface Terms {
  dataset: DatasetSettings;
  plans: readonly NetworkPlan[];
  seed: number;
  rate: number;
  steps: number;
  backend: 'wasm' | 'webgpu' | 'webgl';
}

/** The points that one seed has reached. */
export interface Run {
  seed: number;
  points: Point[];
}

/** What is told while it runs. */
export interface Told {
  /** Share of the crops that are drawn; undefined when they are there. */
  drawn?: number;
}

/** So long a stretch of training may be before the page hears of it, milliseconds. */
const STRETCH = 150;

/** Leads a worker through the training of one set of terms, seed by seed. */
export class Course {
  readonly terms: Terms;
  runs: Run[] = [];
  step = 0;
  crops?: Crops;
  inside: Inside[] = [];
  /** Steps a second of all networks together, over the last stretches; 0 before the first. */
  speed = 0;
  /** Steps a second, at most. It may change under way. */
  pace = Infinity;
  private client?: TrainingClient;
  private begun?: number;
  private busy: Promise<unknown> = Promise.resolve();
  private readonly make: () => Promise<TrainingClient>;

  constructor(terms: Terms, make: () => Promise<TrainingClient>) {
    this.terms = terms;
    this.make = make;
  }

  /** Of each network, in the run that goes on now. */
  get last(): readonly Score[] | undefined {
    return this.runs.at(-1)?.points.at(-1)?.scores;
  }

  /** The crops are drawn, and the networks of this seed are there. */
  async begin(seed: number, tell: (told: Told) => void, signal: AbortSignal): Promise<void> {
    await this.busy;
    const { dataset, plans, rate, backend } = this.terms;
    this.client ??= await this.make();
    signal.throwIfAborted();
    if (this.begun === undefined) await this.client.use(backend);
    this.crops ??= await this.client.prepare(dataset, (drawn) => tell({ drawn }));
    signal.throwIfAborted();
    if (this.begun === seed) return;
    await this.client.begin(plans, { seed, rate });
    this.begun = seed;
    this.step = 0;
    this.runs = [...this.runs.filter((run) => run.seed !== seed), { seed, points: [] }];
    tell({});
  }

  /** The seed that was begun last goes on until `until` steps are done, or it is stopped between two stretches. */
  async advance(until: number, tell: (told: Told) => void, signal: AbortSignal): Promise<void> {
    const run = this.runs.at(-1)!;
    while (this.step < until && !signal.aborted) {
      const begun = performance.now();
      const due = Math.max(1, Math.round((this.pace * STRETCH) / 1000));
      const stretch = this.client!.advance(Math.min(until, this.step + due), STRETCH);
      this.busy = stretch.catch(() => undefined);
      const { points, step, steps, milliseconds } = await stretch;
      this.step = step;
      run.points = [...run.points, ...points];
      const now = (1000 * steps) / milliseconds;
      this.speed = this.speed === 0 ? now : 0.7 * this.speed + 0.3 * now;
      if (points.length > 0) this.inside = await this.client!.inside();
      tell({});
      if (this.pace < Infinity) await waited(begun + (1000 * steps) / this.pace, signal);
    }
    signal.throwIfAborted();
  }

  /** A network goes on from other numbers. */
  async put(network: number, numbers: Float32Array): Promise<void> {
    await this.busy;
    const point = await this.client!.put(network, numbers);
    this.runs.at(-1)!.points = [point];
    this.inside = await this.client!.inside();
  }

  /** The first halving of a network as it is now, on an unseen crop; undefined where it is no linear map. */
  async apart(network: number, crop: number): Promise<Apart | undefined> {
    await this.busy;
    return this.client?.apart(network, crop);
  }

  /** Ends the worker, at once. */
  end(): void {
    this.client?.end();
    this.client = undefined;
    this.begun = undefined;
  }
}

/** Until a time of `performance.now()`, or until it is stopped. */
function waited(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, time - performance.now());
    signal.addEventListener('abort', done);
  });
}
