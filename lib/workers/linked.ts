import * as Comlink from 'comlink';
import type { WorkerLike } from './index.ts';

/** What a worker exposes, seen from its page. */
export interface Linked<Api> {
  remote: Comlink.Remote<Api>;
  /** Never settles but by rejection, once the worker breaks: no answer comes then, so each is raced with it. */
  broken: Promise<never>;
}

/** Takes hold of a worker that has just been started. */
export function linked<Api>(worker: WorkerLike): Linked<Api> {
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', reject);
    worker.addEventListener('messageerror', reject);
  });
  // A worker may break while nobody waits for it.
  broken.catch(() => undefined);
  return { remote: Comlink.wrap<Api>(worker as unknown as Comlink.Endpoint), broken };
}
