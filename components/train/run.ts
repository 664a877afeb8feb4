// A training as the page follows it: which worker, what it was begun with, what it has reached.
import '#components/kit/fault-words.ts';
import type {
  Apart,
  Crops,
  DatasetSettings,
  Inside,
  Kept,
  NetworkPlan,
  Point,
  Score,
  Stretch,
  TrainingClient,
} from '#lib/training/index.ts';
import { waited } from './waited.ts';

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
type Tell = (told: Told) => void;

/** An engine that went away under way, and how the training went on. */
export interface Recovery {
  /** The back end whose graphics context was lost; undefined where the engine itself broke down. */
  lost?: string;
  /** The step from which it went on, and on what. */
  step: number;
  backend: string;
}

/** So long a stretch of training may be before the page hears of it, milliseconds. */
const STRETCH = 150;
/** So many steps say how long one takes. */
const TIMED = 200;
/** So often an engine may go away without a look between. */
const MOST_LOSSES = 2;
/** Faults after which nothing more can be asked of a worker. */
const ENDS = ['backend', 'worker', 'internal'];

const ended = () => new DOMException('ended', 'AbortError');

/** Leads workers through the training of one set of terms, seed by seed; the next one goes on where the last was lost. */
export class Course {
  readonly terms: Terms;
  runs: Run[] = [];
  step = 0;
  crops?: Crops;
  inside: Inside[] = [];
  /** Steps a second of all networks together, over the last stretches; 0 before the first. */
  speed = 0;
  /** Milliseconds that each network took for its part of a step, of the last steps that were timed. */
  took: number[][] = [];
  /** Steps a second, at most. It may change under way. */
  pace = Infinity;
  /** What it computes on: wasm, once that of the terms was lost. */
  backend: Terms['backend'];
  /** The last time that an engine went away; undefined where none did. */
  recovery?: Recovery;
  private client?: TrainingClient;
  private prepared = false;
  private begun = false;
  /** How often it was ended on purpose. */
  private ends = 0;
  private losses = 0;
  /** The run that goes on now, as it stood at its last look. */
  private kept?: Kept;
  private busy: Promise<unknown> = Promise.resolve();
  private readonly make: () => Promise<TrainingClient>;

  constructor(terms: Terms, make: () => Promise<TrainingClient>) {
    this.terms = terms;
    this.backend = terms.backend;
    this.make = make;
  }

  /** Of each network, in the run that goes on now. */
  get last(): readonly Score[] | undefined {
    return this.runs.at(-1)?.points.at(-1)?.scores;
  }

  /** The crops are drawn, and the networks of this seed are there. */
  async begin(seed: number, tell: Tell, signal: AbortSignal): Promise<void> {
    await this.busy;
    signal.throwIfAborted();
    if (this.runs.at(-1)?.seed !== seed) {
      this.runs = [...this.runs.filter((run) => run.seed !== seed), { seed, points: [] }];
      this.kept = undefined;
      this.begun = false;
      this.step = 0;
    }
    await this.asked(async () => undefined, tell, signal);
  }

  /** The seed that was begun last goes on until `until` steps are done, or it is stopped between two stretches. */
  async advance(until: number, tell: Tell, signal: AbortSignal): Promise<void> {
    while (this.step < until && !signal.aborted) {
      const begun = performance.now();
      const due = Math.max(1, Math.round((this.pace * STRETCH) / 1000));
      const stretch = async (client: TrainingClient) =>
        this.reached(await client.advance(Math.min(until, this.step + due), STRETCH));
      const { points, steps } = await this.asked(stretch, tell, signal);
      if (points.length > 0) await this.asked((client) => this.look(client), tell, signal);
      tell({});
      if (this.pace < Infinity) await waited(begun + (1000 * steps) / this.pace, signal);
    }
    signal.throwIfAborted();
  }

  /** A network goes on from other numbers. */
  async put(network: number, numbers: Float32Array, tell: Tell): Promise<void> {
    await this.asked(async (client) => {
      const { point, kept } = await client.put(network, numbers);
      this.runs.at(-1)!.points = [point];
      this.kept = kept;
      await this.look(client);
    }, tell);
  }

  /** The first halving of a network as it is now, on an unseen crop; undefined where it is no linear map. */
  apart(network: number, crop: number, tell: Tell): Promise<Apart | undefined> {
    return this.asked((client) => client.apart(network, crop), tell);
  }

  /** Ends the worker, at once. Whatever is asked later goes on from the last look, in another one. */
  end(): void {
    this.ends++;
    this.drop();
  }

  /**
   * One question after another. When the engine goes away meanwhile, another one is asked, with the networks as they
   * stood at the last look.
   */
  private asked<T>(
    ask: (client: TrainingClient) => Promise<T>,
    tell: Tell,
    signal?: AbortSignal,
  ): Promise<T> {
    const { ends } = this;
    const answer = this.busy.then(async () => {
      for (;;) {
        if (ends !== this.ends) throw ended();
        try {
          return await ask(await this.there(tell, signal));
        } catch (error) {
          if (ends !== this.ends || !this.goesOnAfter(error)) throw error;
          tell({});
        }
      }
    });
    this.busy = answer.catch(() => undefined);
    return answer;
  }

  /** A worker with the crops and the networks. */
  private async there(tell: Tell, signal?: AbortSignal): Promise<TrainingClient> {
    const { dataset, plans, rate } = this.terms;
    this.client ??= await this.made();
    signal?.throwIfAborted();
    const { client } = this;
    if (!this.prepared) {
      await client.use(this.backend);
      const crops = await client.prepare(dataset, (drawn) => tell({ drawn }));
      this.crops ??= crops;
      this.prepared = true;
      signal?.throwIfAborted();
    }
    if (!this.begun) {
      const { seed } = this.runs.at(-1)!;
      await client.begin(plans, { seed, rate }, this.kept);
      this.begun = true;
      tell({});
    }
    return client;
  }

  private async made(): Promise<TrainingClient> {
    const { ends } = this;
    const client = await this.make();
    if (ends === this.ends) return client;
    client.end();
    throw ended();
  }

  private reached(stretch: Stretch): Stretch {
    const { points, kept, took, step, steps, milliseconds } = stretch;
    const run = this.runs.at(-1)!;
    run.points = [...run.points, ...points];
    this.kept = kept ?? this.kept;
    this.took = [...this.took, ...took].slice(-TIMED);
    this.step = step;
    const now = (1000 * steps) / milliseconds;
    this.speed = this.speed === 0 ? now : 0.7 * this.speed + 0.3 * now;
    if (points.length > 0) this.losses = 0;
    return stretch;
  }

  private async look(client: TrainingClient): Promise<void> {
    this.inside = await client.inside();
  }

  /** Whether another worker may go on after a fault; then all is ready for it. */
  private goesOnAfter(error: unknown): boolean {
    const { code } = (error ?? {}) as { code?: string };
    if (!ENDS.includes(code ?? '')) return false;
    const { begun, backend } = this;
    const first = !this.prepared && this.losses === 0;
    this.drop();
    // What does not even start is the reader's to decide.
    if (first) return false;
    if (++this.losses > MOST_LOSSES) {
      this.losses = 0;
      return false;
    }
    const lost = code === 'backend' && begun ? backend : undefined;
    if (code === 'backend' || this.losses > 1) this.backend = 'wasm';
    if (this.backend !== backend) [this.speed, this.took] = [0, []];
    this.recovery = { lost, step: this.step, backend: this.backend };
    return true;
  }

  private drop(): void {
    this.client?.end();
    this.client = undefined;
    this.prepared = false;
    this.begun = false;
    this.step = this.kept?.step ?? 0;
  }
}
