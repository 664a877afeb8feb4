import * as Comlink from 'comlink';
import type { Conversion } from '#lib/convert/index.ts';
import { type Linked, linked } from '#lib/workers/linked.ts';
import type { ConverterApi, OnProgress, Plan, Reply } from './protocol.ts';

/** The worker is not there: its program did not arrive, or it died. */
export class WorkerGone extends Error {
  override name = 'WorkerGone';
}

/** One file in a worker of its own, which ends with it. */
export class Session {
  readonly #link: Linked<ConverterApi>;

  /** @throws WorkerGone */
  constructor() {
    this.#link = linked(started());
  }

  /** Reads the file's header; the number of its tensors. */
  open(file: Blob, readers: string, onProgress: OnProgress): Promise<Reply<number>> {
    return this.#alive(this.#link.remote.open(file, readers, Comlink.proxy(onProgress)));
  }

  plan(conversion: Conversion): Promise<Reply<Plan>> {
    return this.#alive(this.#link.remote.plan(conversion));
  }

  convert(
    conversion: Conversion,
    chosen: ReadonlyMap<string, number | null>,
    onProgress: OnProgress,
  ): Promise<Reply<Blob>> {
    return this.#alive(this.#link.remote.convert(conversion, chosen, Comlink.proxy(onProgress)));
  }

  /** Ends whatever runs, at once. */
  stop(): void {
    this.#link.end();
  }

  #alive<T>(answer: T): Promise<Awaited<T>> {
    const gone = this.#link.broken.catch(() => {
      throw new WorkerGone();
    });
    return Promise.race([answer, gone]);
  }
}

/** Where a browser forbids workers, their constructor throws. */
function started(): Worker {
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
      name: 'converter',
    });
  } catch {
    throw new WorkerGone();
  }
}
