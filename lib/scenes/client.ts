// The page's end of the scenes' worker.
import type { WorkerLike } from '../workers/index.ts';
import { type Linked, linked } from '../workers/linked.ts';
import { type Edits, NO_EDITS } from './edits.ts';
import type { EditedScene, SceneRenderer } from './generate.ts';
import type { Guest, Seat } from './guest.ts';
import type { SceneParameters } from './parameters.ts';
import type { ScenesApi } from './worker.ts';

/** Renders scenes: a client in a page, a {@link SceneRenderer} in Node. */
export interface SceneSource {
  render(parameters: Partial<SceneParameters>, edits?: Edits): EditedScene | Promise<EditedScene>;
}

type Renderer = Linked<ScenesApi>['remote'] | SceneRenderer;

/**
 * Renders scenes in a worker. Where there are none, as in Node, where the browser starts none, or the worker breaks, they
 * are rendered on the page's own thread: slower, and the same to the byte. The page fetches the generator only then.
 */
export class SceneClient implements SceneSource {
  private readonly spawn: (() => WorkerLike) | undefined;
  private link: Linked<ScenesApi> | undefined;
  private own: SceneRenderer | undefined;

  constructor(spawn = typeof Worker === 'undefined' ? undefined : scenesWorker) {
    this.spawn = spawn;
  }

  /** @throws RangeError if a parameter is out of its limits */
  render(
    parameters: Partial<SceneParameters>,
    edits: Edits = NO_EDITS,
    guest?: Guest,
  ): Promise<EditedScene> {
    return this.ask((renderer) => renderer.render(parameters, edits, guest));
  }

  /** Where a guest can stand in a scene; null where it can't. */
  seat(parameters: Partial<SceneParameters>, guest: Guest): Promise<Seat | null> {
    return this.ask((renderer) => renderer.seat(parameters, guest));
  }

  private async ask<T>(what: (renderer: Renderer) => T | Promise<T>): Promise<T> {
    if (!this.own && this.spawn) {
      try {
        this.link ??= linked<ScenesApi>(this.spawn());
        const { remote, broken } = this.link;
        return await Promise.race([what(remote), broken]);
      } catch (error) {
        if (error instanceof RangeError) throw error;
        console.error(error);
      }
    }
    this.own ??= new (await import('./generate.ts')).SceneRenderer();
    return what(this.own);
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
