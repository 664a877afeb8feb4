// How firmly stages can be undone, computed away from the page and remembered.
import type { WorkerLike } from '../workers/index.ts';
import { type Linked, linked } from '../workers/linked.ts';
import { type Firmness, firmnessOf } from './rebuilding.ts';
import type { PlacedStage } from './stack.ts';
import type { FirmnessApi } from './worker.ts';

/**
 * Answers once for each way and proportion. Where the browser starts no worker, or the worker breaks, the page's own thread
 * computes: slower, and the same number.
 */
export class FirmnessClient {
  private readonly spawn: () => WorkerLike;
  private link: Linked<FirmnessApi> | undefined;
  private readonly known = new Map<string, Promise<Firmness | undefined>>();

  constructor(spawn: () => WorkerLike = firmnessWorker) {
    this.spawn = spawn;
  }

  /** As {@link firmnessOf}. */
  of(stage: PlacedStage): Promise<Firmness | undefined> {
    const key = [stage.way, stage.input.channels, stage.width].join();
    const answer = this.known.get(key) ?? this.ask(stage);
    this.known.set(key, answer);
    return answer;
  }

  private async ask(stage: PlacedStage): Promise<Firmness | undefined> {
    try {
      this.link ??= linked<FirmnessApi>(this.spawn());
      const { remote, broken } = this.link;
      return await Promise.race([remote.firmness(stage), broken]);
    } catch (error) {
      console.error(error);
      return firmnessOf(stage);
    }
  }
}

function firmnessWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'stack' });
}
