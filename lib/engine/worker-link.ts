import * as Comlink from 'comlink';
import type { BackendName } from './backend-names.ts';
import type { BackendEvent } from './engine.ts';
import { EngineError } from './errors.ts';
import type { Reply, WorkerApi } from './worker.ts';

/** The line to the engine's worker, which can be ended at any moment: nobody then waits for it in vain. */
export class WorkerLink {
  /** Workers started so far. What was told to one, the next does not know. */
  starts = 0;
  private worker!: Worker;
  private remote!: Comlink.Remote<WorkerApi>;
  private readonly exclude: BackendName[] = [];
  private readonly onBackendChange: (event: BackendEvent) => void;
  /** Rejects what the worker has not answered yet. */
  private readonly waiting = new Set<(error: EngineError) => void>();

  constructor(onBackendChange: (event: BackendEvent) => void) {
    this.onBackendChange = onBackendChange;
    this.spawn();
  }

  /** What the worker answers; its fault, or that of its end, as an EngineError. */
  async ask<T>(question: (remote: Comlink.Remote<WorkerApi>) => Promise<Reply<T>>): Promise<T> {
    let end!: (error: EngineError) => void;
    const ended = new Promise<never>((_, reject) => {
      end = reject;
    });
    this.waiting.add(end);
    try {
      return unwrap(await Promise.race([question(this.remote), ended]));
    } finally {
      this.waiting.delete(end);
    }
  }

  /** Stops a loading by its name. */
  cancel(id: string): void {
    void this.remote.cancel(id);
  }

  /** Ends the worker, with `error` for those who wait, and starts another; `without` leaves a back end out from now on. */
  replace(error: EngineError, without?: BackendName): void {
    this.worker.terminate();
    if (without) this.exclude.push(without);
    this.spawn();
    for (const end of this.waiting) end(error);
    this.waiting.clear();
  }

  private spawn(): void {
    this.starts++;
    this.worker = new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
      name: 'engine',
    });
    this.remote = Comlink.wrap<WorkerApi>(this.worker);
    void this.remote.start(this.exclude, Comlink.proxy(this.onBackendChange));
  }
}

function unwrap<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new EngineError(reply.fault.code, reply.fault.message, reply.fault.details);
}
