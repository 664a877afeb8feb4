// The page's end of the engine's worker. This file is small; the worker and TensorFlow.js come when it is first asked.
import * as Comlink from 'comlink';
import { ASKED_LIMIT, type BackendName, type BackendReport, PROBE_LIMIT } from './backend-names.ts';
import { throwIfCancelled, unlessCancelled } from './cancel.ts';
import type { LoadOptions, WeightsSource } from './download.ts';
import type { BackendEvent, EngineMemory, RunOptions, RunResult } from './engine.ts';
import type { Difference, TwoConvolutions } from './equivalence.ts';
import { EngineError, isCancelled } from './errors.ts';
import type { Footprint, OnesLayer, WeightedLayer } from './gradients.ts';
import type { ModelInfo, ModelRequest } from './model.ts';
import { type LinkOptions, WorkerLink } from './worker-link.ts';

/** A worker that is silent for so much longer than a back end may take, hangs: milliseconds. */
const GRACE = 2_000;

/** Even the processor alone does so many multiply-accumulates a second; a pass may take as long as that says. */
const SLOWEST = 2e7;

/** A model as its page knows it, by a number that outlives the worker. */
interface Loaded {
  /** The number of the worker that holds it, and its number there. */
  start: number;
  there: Promise<ModelInfo>;
  info: ModelInfo;
  /** Loads it once more; absent where the weights were handed over and are gone. */
  again?: () => Promise<ModelInfo>;
}

/**
 * The same methods as the engine has, over to the worker. Every fault is an EngineError, a signal ends any waiting at
 * once, and a worker that does not load, dies or falls silent is noticed.
 *
 * When a worker ends, by `stop` or by a fault, the next question starts another on the same back end, and the models
 * that the last one held are loaded again when they are next used.
 */
export class EngineClient {
  private readonly link: WorkerLink;
  private readonly listeners = new Set<(event: BackendEvent) => void>();
  private readonly models = new Map<number, Loaded>();
  /** The choice of a back end that counts, and, once it is made, the worker that it was made in. */
  private chosen?: { report: Promise<BackendReport>; start?: number };
  private backend?: BackendName;
  private lastModel = 0;

  constructor(options: LinkOptions = {}) {
    this.link = new WorkerLink((event) => this.changed(event), options);
  }

  /** Breaks off all that runs, at once. What was waited for is rejected with an EngineError `cancelled`. */
  stop(): void {
    this.link.end(new EngineError('cancelled', 'The engine was stopped.'));
  }

  /**
   * Breaks off what runs, gently: passes that do not end by themselves within `grace` milliseconds end with the worker,
   * after which the models have to be loaded once more.
   */
  async breakOff(grace = 300): Promise<void> {
    if (this.link.running === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, grace, true);
    });
    const idle = this.link.ask((remote) => remote.idle()).then(() => false);
    if (await Promise.race([idle.catch(() => false), late])) this.stop();
    clearTimeout(timer);
  }

  /** Calls back when the engine went over to another back end by itself; returns the way to stop that. */
  onBackendChange(listener: (event: BackendEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  backends() {
    return this.link.ask((remote) => remote.backends());
  }

  /**
   * Goes over to a back end, or to the fastest one that works, once the passes that run are done. Where it does not
   * work, the one in use stays.
   */
  async use(choice: BackendName | 'auto'): Promise<BackendReport> {
    const before = this.chosen;
    const chosen: EngineClient['chosen'] = { report: this.choose(choice) };
    this.chosen = chosen;
    try {
      const report = await chosen.report;
      chosen.start = this.link.running;
      if (this.chosen === chosen) this.backend = report.name;
      return report;
    } catch (error) {
      if (this.chosen === chosen) this.chosen = before;
      throw error;
    }
  }

  /** The back end in use; chosen now if none was. */
  async ready(): Promise<BackendReport> {
    const { start = this.link.running } = this.chosen ?? {};
    if (!this.chosen || start !== this.link.running) {
      return this.use(this.backend ?? 'auto').catch((error: EngineError) => {
        // The one that ran before need not work for ever.
        if (error.code !== 'backend' || !this.backend) throw error;
        this.backend = undefined;
        return this.use('auto');
      });
    }
    return this.chosen.report;
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

  /** One pass over NHWC float32 pictures, RGB in [0, 1]. */
  run(model: number, input: Float32Array, { size, signal }: RunOptions = {}): Promise<RunResult> {
    return this.pass(model, input, signal, (there, extra) =>
      this.link.ask((remote, id) => remote.run(id, there, input, size), { signal, extra }),
    );
  }

  /** The outputs of some rows of the architecture. */
  activations(
    model: number,
    input: Float32Array,
    nodes: number[],
    { size, signal }: RunOptions = {},
  ): Promise<RunResult> {
    return this.pass(model, input, signal, (there, extra) =>
      this.link.ask((remote, id) => remote.activations(id, there, input, nodes, size), {
        signal,
        extra,
      }),
    );
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

  /** What the engine holds; nothing while it does not run, or after its end came before its answer. */
  async memory(): Promise<EngineMemory> {
    const asked = this.link.running;
    if (asked === 0) return { tensors: 0, bytes: 0, models: 0 };
    try {
      return await this.link.ask((remote) => remote.memory());
    } catch (error) {
      if (this.link.running === asked) throw error;
      return this.memory();
    }
  }

  private changed(event: BackendEvent): void {
    this.link.heard();
    this.backend = event.to;
    for (const listener of this.listeners) listener(event);
  }

  private async pass(
    model: number,
    input: Float32Array,
    signal: AbortSignal | undefined,
    ask: (there: number, extra: number) => Promise<RunResult>,
  ): Promise<RunResult> {
    throwIfCancelled(signal);
    await unlessCancelled(this.ready(), signal);
    const { macs, picture, model: there } = await unlessCancelled(this.loaded(model), signal);
    const pictures = input.length / (picture.height * picture.width * picture.channels);
    return ask(there, (macs * pictures) / SLOWEST);
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
    throw new EngineError('model', `No model number ${model} is loaded.`);
  }

  /** A model as the worker of now knows it. */
  private async loaded(model: number): Promise<ModelInfo> {
    const loaded = this.known(model);
    const start = this.link.start();
    if (loaded.start !== start) {
      if (!loaded.again) {
        throw new EngineError(
          'model',
          'The engine was started anew. The weights have to be loaded again.',
        );
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

  /**
   * Some browsers hang in a back end's start and never come back. Nothing in the worker can stop that, so each back end
   * is first tried by itself, and a silent worker is ended; the next one leaves the back end out.
   */
  private async choose(choice: BackendName | 'auto'): Promise<BackendReport> {
    if (choice !== 'auto') {
      return this.patiently(choice, ASKED_LIMIT, () =>
        this.link.ask((remote) => remote.use(choice), { extra: ASKED_LIMIT / 1000 }),
      );
    }
    for (const { name, available } of await this.backends()) {
      if (!available || name === 'wasm' || name === 'cpu') continue;
      try {
        await this.patiently(name, PROBE_LIMIT, () =>
          this.link.ask((remote) => remote.probe(name)),
        );
      } catch (error) {
        // Ended for hanging: the choice below goes without it.
        if (isCancelled(error) || (error as EngineError).code === 'worker') throw error;
      }
    }
    return this.link.ask((remote) => remote.use('auto'), { extra: ASKED_LIMIT / 1000 });
  }

  private async patiently<T>(name: BackendName, limit: number, call: () => Promise<T>): Promise<T> {
    await this.link.ask((remote) => remote.fetchBackend(name), { extra: ASKED_LIMIT / 1000 });
    // A pass that runs may take as long as it wants.
    await this.link.ask((remote) => remote.idle());
    const timer = setTimeout(() => {
      this.link.end(new EngineError('backend', `${name} hangs in this browser.`), name);
    }, limit + GRACE);
    try {
      return await call();
    } finally {
      clearTimeout(timer);
    }
  }
}

let shared: EngineClient | undefined;

/** The page's one engine; its worker starts at the first call. */
export function engine(): EngineClient {
  shared ??= new EngineClient();
  return shared;
}
