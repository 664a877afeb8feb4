// The page's end of the scenes' worker.
import * as Comlink from 'comlink';
import type { WorkerLike } from '../workers/index.ts';
import { type Edits, NO_EDITS } from './edits.ts';
import { type EditedScene, SceneRenderer } from './generate.ts';
import type { SceneParameters } from './parameters.ts';
import type { ScenesApi } from './worker.ts';

/** Renders scenes: a client in a page, a {@link SceneRenderer} in Node. */
export interface SceneSource {
  render(parameters: SceneParameters, edits?: Edits): EditedScene | Promise<EditedScene>;
}

/**
 * Renders scenes in a worker. Where the browser starts none, or the worker breaks, they are rendered on the page's own
 * thread: slower, and the same to the byte.
 */
export class SceneClient implements SceneSource {
  private readonly spawn: () => WorkerLike;
  private remote: Comlink.Remote<ScenesApi> | undefined;
  private own: SceneRenderer | undefined;
  private broken!: (reason: unknown) => void;
  private readonly break = new Promise<never>((_, reject) => {
    this.broken = reject;
  });

  constructor(spawn: () => WorkerLike = scenesWorker) {
    this.spawn = spawn;
    this.break.catch(() => undefined);
  }

  /** @throws RangeError if a parameter is out of its limits */
  async render(parameters: SceneParameters, edits: Edits = NO_EDITS): Promise<EditedScene> {
    if (!this.own) {
      try {
        this.remote ??= this.start();
        return await Promise.race([this.remote.render(parameters, edits), this.break]);
      } catch (error) {
        if (error instanceof RangeError) throw error;
        console.error(error);
        this.own = new SceneRenderer();
      }
    }
    return this.own.render(parameters, edits);
  }

  private start(): Comlink.Remote<ScenesApi> {
    const worker = this.spawn();
    worker.addEventListener('error', this.broken);
    worker.addEventListener('messageerror', this.broken);
    return Comlink.wrap<ScenesApi>(worker as unknown as Comlink.Endpoint);
  }
}

let client: SceneClient | undefined;

/** The page's one renderer; its worker starts with the first scene. */
export function scenes(): SceneClient {
  client ??= new SceneClient();
  return client;
}

function scenesWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'scenes' });
}
