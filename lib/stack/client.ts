// How firmly stages can be undone, computed away from the page and remembered.
import * as Comlink from 'comlink';
import type { WorkerLike } from '../workers/index.ts';
import { type Firmness, firmnessOf } from './rebuilding.ts';
import type { PlacedStage } from './stack.ts';
import type { FirmnessApi } from './worker.ts';

/**
 * Answers once for each way and proportion. Where the browser starts no worker, or the worker breaks, the page's own thread
 * computes: slower, and the same number.
 */
export class FirmnessClient {
  private readonly spawn: () => WorkerLike;
  private remote: Comlink.Remote<FirmnessApi> | undefined;
  private readonly known = new Map<string, Promise<Firmness | undefined>>();
  private broken!: (reason: unknown) => void;
  private readonly break = new Promise<never>((_, reject) => {
    this.broken = reject;
  });

  constructor(spawn: () => WorkerLike = firmnessWorker) {
    this.spawn = spawn;
    this.break.catch(() => undefined);
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
      this.remote ??= this.start();
      return await Promise.race([this.remote.firmness(stage), this.break]);
    } catch (error) {
      console.error(error);
      return firmnessOf(stage);
    }
  }

  private start(): Comlink.Remote<FirmnessApi> {
    const worker = this.spawn();
    worker.addEventListener('error', this.broken);
    worker.addEventListener('messageerror', this.broken);
    return Comlink.wrap<FirmnessApi>(worker as unknown as Comlink.Endpoint);
  }
}

function firmnessWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'stack' });
}
