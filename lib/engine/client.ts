// The page's end of the engine's worker. This file is small; the worker and TensorFlow.js come when it is first asked.
import * as Comlink from 'comlink';
import { ASKED_LIMIT, type BackendName, type BackendReport, PROBE_LIMIT } from './backend-names.ts';
import type { Progress, WeightsSource } from './download.ts';
import type { BackendEvent, RunResult } from './engine.ts';
import type { Difference, TwoConvolutions } from './equivalence.ts';
import { EngineError } from './errors.ts';
import type { Footprint, OnesLayer, WeightedLayer } from './gradients.ts';
import type { ModelInfo, ModelRequest } from './model.ts';
import { WorkerLink } from './worker-link.ts';

/** A worker that is silent for so much longer than a back end may take, hangs: milliseconds. */
const GRACE = 2_000;

/** What the page may ask of a loading. */
export interface ClientLoadOptions {
  sha256?: string;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** A model as its page knows it, by a number that outlives the worker. */
interface Loaded {
  /** The worker that holds it, counted, and its number there. */
  start: number;
  there: Promise<ModelInfo>;
  /** Loads it once more; absent where the weights were handed over and are gone. */
  again?: () => Promise<ModelInfo>;
}

/**
 * The same methods as the engine has, over to the worker. Every fault is an EngineError.
 *
 * The worker may have to be ended (see `restart`). The models that it held are loaded again in the next one when they
 * are next used.
 */
export class EngineClient {
  private readonly link = new WorkerLink((event) => this.changed(event));
  private readonly listeners = new Set<(event: BackendEvent) => void>();
  private readonly models = new Map<number, Loaded>();
  private report?: Promise<BackendReport>;
  private backend?: BackendName;
  private lastModel = 0;
  private loadings = 0;

  /**
   * Breaks off all that runs, at once: ends the worker and starts another on the same back end. What was waited for is
   * rejected with an EngineError `cancelled`.
   */
  async restart(): Promise<void> {
    const { backend } = this;
    this.report = undefined;
    this.link.replace(new EngineError('cancelled', 'The engine was stopped.'));
    if (backend) await this.use(backend);
  }

  /** Calls back when the engine went over to another back end by itself; returns the way to stop that. */
  onBackendChange(listener: (event: BackendEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  backends() {
    return this.link.ask((remote) => remote.backends());
  }

  /** Goes over to a back end, or to the fastest one that works. Where it does not work, the one in use stays. */
  use(choice: BackendName | 'auto'): Promise<BackendReport> {
    const before = this.report;
    const { starts } = this.link;
    const report = this.choose(choice);
    this.report = report;
    report.then(
      ({ name }) => {
        if (this.report === report) this.backend = name;
      },
      () => {
        // A worker that hung took its choice along.
        if (this.report === report) this.report = starts === this.link.starts ? before : undefined;
      },
    );
    return report;
  }

  /** The back end in use; chosen now if none was. */
  ready(): Promise<BackendReport> {
    this.report ??= this.use('auto');
    return this.report;
  }

  /** Loads a model; an ArrayBuffer given as weights is handed over to the worker, a file is read there. */
  async load(
    request: ModelRequest,
    weights: WeightsSource,
    { sha256, signal, onProgress }: ClientLoadOptions = {},
  ): Promise<ModelInfo> {
    if (signal?.aborted) throw new EngineError('cancelled', 'The loading was stopped.');
    const source = typeof weights === 'string' ? absolute(weights) : weights;
    const { starts } = this.link;
    const info = await this.loadThere(request, source, { sha256, signal, onProgress });
    const model = ++this.lastModel;
    this.models.set(model, {
      start: starts,
      there: Promise.resolve(info),
      ...(source instanceof ArrayBuffer
        ? {}
        : { again: () => this.loadThere(request, source, { sha256 }) }),
    });
    return { ...info, model };
  }

  /** One pass over NHWC float32 pictures, RGB in [0, 1]. */
  async run(model: number, input: Float32Array): Promise<RunResult> {
    await this.ready();
    const { model: there } = await this.loaded(model);
    return this.link.ask((remote) => remote.run(there, input));
  }

  /** The outputs of some rows of the architecture. */
  async activations(model: number, input: Float32Array, nodes: number[]): Promise<RunResult> {
    await this.ready();
    const { model: there } = await this.loaded(model);
    return this.link.ask((remote) => remote.activations(there, input, nodes));
  }

  async unload(model: number): Promise<void> {
    const { start, there } = this.known(model);
    this.models.delete(model);
    // With its worker it is gone already.
    if (start !== this.link.starts) return;
    const { model: number } = await there;
    return this.link.ask((remote) => remote.unload(number));
  }

  /** How often each pixel is read by a chain of all-ones convolutions: [height * width]. */
  async inputGradient(
    size: readonly [number, number],
    layers: readonly OnesLayer[],
  ): Promise<Float32Array> {
    await this.ready();
    return this.link.ask((remote) => remote.inputGradient(size, layers));
  }

  /** How often one convolution reads each pixel: [height * width]. */
  readCounts({
    size,
    ...layer
  }: OnesLayer & { size: readonly [number, number] }): Promise<Float32Array> {
    return this.inputGradient(size, [layer]);
  }

  /** How far a strided convolution and its equal after space-to-depth are apart, on random pixels. */
  async compareConvolutions(two: TwoConvolutions): Promise<Difference> {
    await this.ready();
    return this.link.ask((remote) => remote.compareConvolutions(two));
  }

  /** What output position (`at`, `at`) of a chain of convolutions hears of each pixel. */
  async footprint(
    size: number,
    layers: readonly WeightedLayer[],
    at: number,
    outputs: number,
  ): Promise<Footprint> {
    await this.ready();
    return this.link.ask((remote) => remote.footprint(size, layers, at, outputs));
  }

  memory() {
    return this.link.ask((remote) => remote.memory());
  }

  private changed(event: BackendEvent): void {
    this.backend = event.to;
    for (const listener of this.listeners) listener(event);
  }

  private async loadThere(
    request: ModelRequest,
    source: WeightsSource,
    { sha256, signal, onProgress }: ClientLoadOptions,
  ): Promise<ModelInfo> {
    const id = `loading ${++this.loadings}`;
    const cancel = () => this.link.cancel(id);
    signal?.addEventListener('abort', cancel);
    try {
      const weights = source instanceof ArrayBuffer ? Comlink.transfer(source, [source]) : source;
      const progress = onProgress ? Comlink.proxy(onProgress) : undefined;
      return await this.link.ask((remote) =>
        remote.load(request, weights, { id, sha256 }, progress),
      );
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  private known(model: number): Loaded {
    const loaded = this.models.get(model);
    if (loaded) return loaded;
    throw new EngineError('model', `No model number ${model} is loaded.`);
  }

  /** A model as the worker of now knows it. */
  private loaded(model: number): Promise<ModelInfo> {
    const loaded = this.known(model);
    if (loaded.start !== this.link.starts) {
      if (!loaded.again) {
        throw new EngineError(
          'model',
          'The engine was stopped. The weights have to be loaded again.',
        );
      }
      loaded.start = this.link.starts;
      loaded.there = loaded.again();
      // Another try at the next use.
      loaded.there.catch(() => {
        loaded.start = 0;
      });
    }
    return loaded.there;
  }

  /**
   * Some browsers hang in a back end's start and never come back. Nothing in the worker can stop that, so each back end
   * is first tried by itself, and a silent worker is replaced by one that leaves the back end out.
   */
  private async choose(choice: BackendName | 'auto'): Promise<BackendReport> {
    if (choice !== 'auto') {
      return this.patiently(choice, ASKED_LIMIT, () =>
        this.link.ask((remote) => remote.use(choice)),
      );
    }
    for (const { name, available } of await this.backends()) {
      if (!available || name === 'wasm' || name === 'cpu') continue;
      try {
        await this.patiently(name, PROBE_LIMIT, () =>
          this.link.ask((remote) => remote.probe(name)),
        );
      } catch (error) {
        if ((error as EngineError).code === 'cancelled') throw error;
        // Replaced; the choice below goes without it.
      }
    }
    return this.link.ask((remote) => remote.use('auto'));
  }

  private async patiently<T>(name: BackendName, limit: number, call: () => Promise<T>): Promise<T> {
    // A pass that runs may take as long as it wants.
    await this.link.ask((remote) => remote.idle());
    const timer = window.setTimeout(() => {
      this.link.replace(new EngineError('backend', `${name} hangs in this browser.`), name);
    }, limit + GRACE);
    try {
      return await call();
    } finally {
      window.clearTimeout(timer);
    }
  }
}

let shared: EngineClient | undefined;

/** The page's one engine; its worker starts at the first call. */
export function engine(): EngineClient {
  shared ??= new EngineClient();
  return shared;
}

/** A worker resolves addresses against its own file. */
function absolute(url: string): string {
  return new URL(url, document.baseURI).href;
}
