// The page's end of the engine's worker. This file is small; the worker and TensorFlow.js come when it is first asked.
import * as Comlink from 'comlink';
import { ASKED_LIMIT, type BackendName, type BackendReport, PROBE_LIMIT } from './backend-names.ts';
import type { Progress, WeightsSource } from './download.ts';
import type { BackendEvent, RunResult } from './engine.ts';
import type { Difference, TwoConvolutions } from './equivalence.ts';
import { EngineError } from './errors.ts';
import type { Footprint, OnesLayer, WeightedLayer } from './gradients.ts';
import type { ModelInfo, ModelRequest } from './model.ts';
import type { Reply, WorkerApi } from './worker.ts';

/** A worker that is silent for so much longer than a back end may take, hangs: milliseconds. */
const GRACE = 2_000;

/** What the page may ask of a loading. */
export interface ClientLoadOptions {
  sha256?: string;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** The same methods as the engine has, over to the worker. Every fault is an EngineError. */
export class EngineClient {
  private worker!: Worker;
  private remote!: Comlink.Remote<WorkerApi>;
  private readonly exclude: BackendName[] = [];
  private readonly listeners = new Set<(event: BackendEvent) => void>();
  private report?: Promise<BackendReport>;
  private loadings = 0;

  constructor() {
    this.spawn();
  }

  /** Calls back when the engine went over to another back end by itself; returns the way to stop that. */
  onBackendChange(listener: (event: BackendEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async backends() {
    return unwrap(await this.remote.backends());
  }

  /** Goes over to a back end, or to the fastest one that works. */
  use(choice: BackendName | 'auto'): Promise<BackendReport> {
    this.report = this.choose(choice);
    return this.report;
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
    const id = `loading ${++this.loadings}`;
    const cancel = () => void this.remote.cancel(id);
    signal?.addEventListener('abort', cancel);
    try {
      const source = forWorker(weights);
      const progress = onProgress ? Comlink.proxy(onProgress) : undefined;
      return unwrap(await this.remote.load(request, source, { id, sha256 }, progress));
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** One pass over NHWC float32 pictures, RGB in [0, 1]. */
  async run(model: number, input: Float32Array): Promise<RunResult> {
    await this.ready();
    return unwrap(await this.remote.run(model, input));
  }

  /** The outputs of some rows of the architecture. */
  async activations(model: number, input: Float32Array, nodes: number[]): Promise<RunResult> {
    await this.ready();
    return unwrap(await this.remote.activations(model, input, nodes));
  }

  async unload(model: number): Promise<void> {
    return unwrap(await this.remote.unload(model));
  }

  /** How often each pixel is read by a chain of all-ones convolutions: [height * width]. */
  async inputGradient(
    size: readonly [number, number],
    layers: readonly OnesLayer[],
  ): Promise<Float32Array> {
    await this.ready();
    return unwrap(await this.remote.inputGradient(size, layers));
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
    return unwrap(await this.remote.compareConvolutions(two));
  }

  /** What output position (`at`, `at`) of a chain of convolutions hears of each pixel. */
  async footprint(
    size: number,
    layers: readonly WeightedLayer[],
    at: number,
    outputs: number,
  ): Promise<Footprint> {
    await this.ready();
    return unwrap(await this.remote.footprint(size, layers, at, outputs));
  }

  async memory() {
    return unwrap(await this.remote.memory());
  }

  private spawn(): void {
    this.worker = new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
      name: 'engine',
    });
    this.remote = Comlink.wrap<WorkerApi>(this.worker);
    const changed = (event: BackendEvent) => {
      for (const listener of this.listeners) listener(event);
    };
    void this.remote.start(this.exclude, Comlink.proxy(changed));
  }

  /**
   * Some browsers hang in a back end's start and never come back. Nothing in the worker can stop that, so each back end
   * is first tried by itself, and a silent worker is replaced by one that leaves the back end out.
   */
  private async choose(choice: BackendName | 'auto'): Promise<BackendReport> {
    if (choice !== 'auto')
      return this.patiently(choice, ASKED_LIMIT, async () => unwrap(await this.remote.use(choice)));
    for (const { name, available } of await this.backends()) {
      if (!available || name === 'wasm' || name === 'cpu') continue;
      try {
        await this.patiently(name, PROBE_LIMIT, async () => unwrap(await this.remote.probe(name)));
      } catch {
        // Replaced; the choice below goes without it.
      }
    }
    return unwrap(await this.remote.use('auto'));
  }

  private async patiently<T>(name: BackendName, limit: number, call: () => Promise<T>): Promise<T> {
    let timer = 0;
    const silence = new Promise<never>((_, reject) => {
      timer = window.setTimeout(() => {
        this.worker.terminate();
        this.exclude.push(name);
        this.spawn();
        reject(new EngineError('backend', `${name} hangs in this browser.`));
      }, limit + GRACE);
    });
    try {
      return await Promise.race([call(), silence]);
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

function unwrap<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new EngineError(reply.fault.code, reply.fault.message, reply.fault.details);
}

function forWorker(weights: WeightsSource): WeightsSource {
  if (weights instanceof ArrayBuffer) return Comlink.transfer(weights, [weights]);
  return typeof weights === 'string' ? absolute(weights) : weights;
}

/** A worker resolves addresses against its own file. */
function absolute(url: string): string {
  return new URL(url, document.baseURI).href;
}
