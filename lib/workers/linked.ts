import * as Comlink from 'comlink';
import type { WorkerLike } from './index.ts';

/** What a worker exposes, seen from its page. */
export interface Linked<Api> {
  remote: Comlink.Remote<Api>;
  /** Never settles but by rejection, once the worker breaks: no answer comes then, so each is raced with it. */
  broken: Promise<never>;
  /** Ends the worker; whoever waits for it is told as of a break. */
  end(): void;
}

/** Takes hold of a worker that has just been started. `noticed` is called at once when it breaks. */
export function linked<Api>(worker: WorkerLike, noticed: () => void = () => {}): Linked<Api> {
  let breakOff!: (reason: unknown) => void;
  const broken = new Promise<never>((_, reject) => {
    breakOff = reject;
  });
  for (const kind of ['error', 'messageerror'] as const)
    worker.addEventListener(kind, (event) => {
      breakOff(event);
      noticed();
    });
  // A worker may break while nobody waits for it.
  broken.catch(() => undefined);
  return {
    remote: Comlink.wrap<Api>(worker as unknown as Comlink.Endpoint),
    broken,
    end: () => {
      worker.terminate();
      breakOff(new Event('end'));
    },
  };
}
