// The page's end of a measurement's worker.
import type * as Comlink from 'comlink';
import type { WorkerLike } from '../workers/index.ts';
import { linked } from '../workers/linked.ts';
import type { Measures } from './measurement.ts';
import { type Luck, Measuring, type SaidOfScene } from './measuring.ts';

type Remote = Comlink.Remote<Measuring>;

/**
 * One measurement in a worker of its own. Where the browser starts none, it is done on the page's own thread: slower, and
 * the same numbers. A worker that breaks on the way takes the scenes with it: what is asked then is rejected.
 */
export class MeasurementClient {
  private readonly worker: WorkerLike | undefined;
  private readonly measuring: Promise<Remote> | Measuring;
  /** Of the worker; nothing where there is none. */
  private readonly broken: readonly Promise<never>[];

  constructor(models: number, spawn: () => WorkerLike = measurementWorker) {
    try {
      const worker = spawn();
      const { remote: Made, broken } = linked<typeof Measuring>(worker);
      this.worker = worker;
      this.broken = [broken];
      this.measuring = new Made(models);
    } catch (error) {
      console.error(error);
      this.broken = [];
      this.measuring = new Measuring(models);
    }
  }

  add(scene: SaidOfScene): Promise<void> {
    return this.ask((measuring) => measuring.add(scene));
  }

  scores(): Promise<Measures[]> {
    return this.ask((measuring) => measuring.scores());
  }

  luck(resamples: number, seed: number): Promise<Luck> {
    return this.ask((measuring) => measuring.luck(resamples, seed));
  }

  /** Ends the worker, at once; what is still asked gets no answer. */
  end(): void {
    this.worker?.terminate();
  }

  private async ask<T>(what: (measuring: Remote | Measuring) => T | Promise<T>): Promise<T> {
    const answer = async () => what(await this.measuring);
    return Promise.race([answer(), ...this.broken]);
  }
}

function measurementWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'measure' });
}
