import * as Comlink from 'comlink';
import { say } from '../faults/index.ts';
import { throwIfCancelled } from './cancel.ts';
import type { LoadOptions, WeightsSource } from './download.ts';
import { EngineError } from './errors.ts';
import type { ModelInfo, ModelRequest } from './model.ts';
import type { WorkerLink } from './worker-link.ts';

/** A model as its page knows it, by a number that outlives the worker. */
interface Loaded {
  /** The number of the worker that holds it, and its number there. */
  start: number;
  there: Promise<ModelInfo>;
  info: ModelInfo;
  /** Loads it once more; absent where the weights were handed over and are gone. */
  again?: () => Promise<ModelInfo>;
}

/** The models that a page has loaded, by numbers that outlive the workers that hold them. */
export class PageModels {
  private readonly link: WorkerLink;
  private readonly models = new Map<number, Loaded>();
  private lastModel = 0;

  constructor(link: WorkerLink) {
    this.link = link;
  }

  /**
   * Loads a model; an ArrayBuffer given as weights is handed over to the worker, a file is read there. An address must be
   * a whole one: the worker resolves others against its own file.
   */
  async load(
    request: ModelRequest,
    weights: WeightsSource,
    options: LoadOptions = {},
  ): Promise<ModelInfo> {
    throwIfCancelled(options.signal);
    const start = this.link.start();
    const info = await this.loadThere(request, weights, options);
    const model = ++this.lastModel;
    const { sha256 } = options;
    this.models.set(model, {
      start,
      there: Promise.resolve(info),
      info,
      ...(weights instanceof ArrayBuffer
        ? {}
        : { again: () => this.loadThere(request, weights, { sha256 }) }),
    });
    return { ...info, model };
  }

  /** Frees a model, after the passes that were asked for before. */
  async unload(model: number): Promise<void> {
    const loaded = this.known(model);
    this.models.delete(model);
    const there = await loaded.there.catch(() => undefined);
    // With its worker it is gone already.
    if (!there || loaded.start !== this.link.running) return;
    await this.link.ask((remote) => remote.unload(there.model));
  }

  private loadThere(
    request: ModelRequest,
    source: WeightsSource,
    { sha256, signal, onProgress }: LoadOptions,
  ): Promise<ModelInfo> {
    const weights = source instanceof ArrayBuffer ? Comlink.transfer(source, [source]) : source;
    const progress: LoadOptions['onProgress'] = (step) => {
      this.link.heard();
      if (!signal?.aborted) onProgress?.(step);
    };
    return this.link.ask(
      (remote, id) => remote.load(id, request, weights, { sha256 }, Comlink.proxy(progress)),
      {
        signal,
        // Nobody wants it any more.
        late: ({ model }) => void this.link.ask((remote) => remote.unload(model)).catch(() => {}),
      },
    );
  }

  private known(model: number): Loaded {
    const loaded = this.models.get(model);
    if (loaded) return loaded;
    throw new EngineError('model', say('engine', 'noModel', model));
  }

  /**
   * A model as the worker of now knows it, loaded again where the one that held it has ended.
   *
   * @throws EngineError
   */
  async there(model: number): Promise<ModelInfo> {
    const loaded = this.known(model);
    const start = this.link.start();
    if (loaded.start !== start) {
      if (!loaded.again) {
        throw new EngineError('model', say('engine', 'loadAgain'));
      }
      loaded.start = start;
      loaded.there = loaded.again();
      // Another try at the next use.
      loaded.there.catch(() => {
        loaded.start = 0;
      });
    }
    return loaded.there;
  }
}
