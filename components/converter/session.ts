import * as Comlink from 'comlink';
import type { Conversion } from '#lib/convert/index.ts';
import type { ConverterApi, OnProgress, Plan, Reply } from './protocol.ts';

/** The worker is not there: its program did not arrive, or it died. */
export class WorkerGone extends Error {
  override name = 'WorkerGone';
}

/** One file in a worker of its own, which ends with it. */
export class Session {
  readonly #worker: Worker;
  readonly #remote: Comlink.Remote<ConverterApi>;
  readonly #gone: Promise<never>;

  /** @throws WorkerGone */
  constructor() {
    this.#worker = started();
    this.#gone = new Promise((_, reject) => {
      const fail = () => reject(new WorkerGone());
      this.#worker.addEventListener('error', fail);
      this.#worker.addEventListener('messageerror', fail);
    });
    this.#gone.catch(() => undefined);
    this.#remote = Comlink.wrap<ConverterApi>(this.#worker);
  }

  /** Reads the file's header; the number of its tensors. */
  open(file: Blob, readers: string, onProgress: OnProgress): Promise<Reply<number>> {
    return this.#alive(this.#remote.open(file, readers, Comlink.proxy(onProgress)));
  }

  plan(conversion: Conversion): Promise<Reply<Plan>> {
    return this.#alive(this.#remote.plan(conversion));
  }

  convert(
    conversion: Conversion,
    chosen: ReadonlyMap<string, number | null>,
    onProgress: OnProgress,
  ): Promise<Reply<Blob>> {
    return this.#alive(this.#remote.convert(conversion, chosen, Comlink.proxy(onProgress)));
  }

  /** Ends whatever runs, at once. */
  stop(): void {
    this.#worker.terminate();
  }

  #alive<T>(answer: T): Promise<Awaited<T>> {
    return Promise.race([answer, this.#gone]);
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
