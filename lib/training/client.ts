import * as Comlink from 'comlink';
import type { BackendName } from '../engine/backend-names.ts';
import { EngineError } from '../engine/errors.ts';
import type { Reply } from '../engine/reply.ts';
import { say } from '../faults/index.ts';
import type { Apart } from '../stack/apart.ts';
import { type Linked, linked } from '../workers/linked.ts';
import type { Crops, DatasetSettings } from './dataset.ts';
import type { NetworkPlan } from './plan.ts';
import type { Inside, Put, Stretch } from './session.ts';
import type { Kept, TrainingSettings } from './trainer.ts';
import type { TrainingApi } from './worker-api.ts';

/** Longest that the worker may give no sign of life, seconds: its code may come over a slow line. */
const SILENCE = 60;

const GONE = say('training', 'gone');

/** The training from the page's side: a worker of its own that begins with this and ends with {@link end}. */
export class TrainingClient {
  private readonly link: Linked<TrainingApi>;
  /** Seconds without a sign of life while somebody waits. */
  private quiet = 0;

  /** @throws EngineError `worker` where the browser starts none */
  constructor() {
    let worker: Worker;
    try {
      worker = new Worker(new URL('./worker.ts', import.meta.url), {
        type: 'module',
        name: 'training',
      });
    } catch (error) {
      throw new EngineError('worker', GONE, [String(error)]);
    }
    worker.addEventListener('message', () => {
      this.quiet = 0;
    });
    this.link = linked(worker);
  }

  use(name: BackendName): Promise<BackendName> {
    return this.answer(this.link.remote.use(name));
  }

  /** Makes the crops; answers those that nobody learns from. */
  prepare(settings: DatasetSettings, tell: (share: number) => void): Promise<Crops> {
    return this.answer(this.link.remote.prepare(settings, Comlink.proxy(tell)));
  }

  begin(plans: readonly NetworkPlan[], settings: TrainingSettings, kept?: Kept): Promise<void> {
    return this.answer(this.link.remote.begin(plans, settings, kept));
  }

  advance(until: number, milliseconds: number): Promise<Stretch> {
    return this.answer(this.link.remote.advance(until, milliseconds));
  }

  inside(): Promise<Inside[]> {
    return this.answer(this.link.remote.inside());
  }

  /** The first halving of a network, taken apart on an unseen crop; undefined where it is no linear map. */
  apart(network: number, crop: number): Promise<Apart | undefined> {
    return this.answer(this.link.remote.apart(network, crop));
  }

  put(network: number, numbers: Float32Array): Promise<Put> {
    return this.answer(this.link.remote.put(network, numbers));
  }

  /** Ends the worker; who waits hears of it. */
  end(): void {
    this.link.end();
  }

  private async answer<T>(asked: Promise<Reply<T>>): Promise<T> {
    this.quiet = 0;
    const gone = this.link.broken.catch(() => {
      throw new EngineError('worker', GONE);
    });
    // Seconds are counted, not read off a clock: while the tab or the machine sleeps none is lost.
    const watch = setInterval(() => {
      if (++this.quiet > SILENCE) this.end();
    }, 1000);
    try {
      const reply = await Promise.race([asked, gone]);
      if (reply.ok) return reply.value;
      throw new EngineError(reply.fault.code, reply.fault.said, reply.fault.details);
    } finally {
      clearInterval(watch);
    }
  }
}
