// The page's end of the engine's worker. This file is small; the worker and TensorFlow.js come when it is first asked.

import { say } from '../faults/index.ts';
import type { BackendEvent, EngineMemory, RunOptions, RunResult } from './asked.ts';
import { BackendChoice } from './backend-choice.ts';
import type { BackendName, BackendReport } from './backend-names.ts';
import type { Seed } from './backward.ts';
import { throwIfCancelled, unlessCancelled } from './cancel.ts';
import type { LoadOptions, WeightsSource } from './download.ts';
import type { Difference, TwoConvolutions } from './equivalence.ts';
import { EngineError } from './errors.ts';
import type { Footprint, OnesLayer, WeightedLayer } from './gradients.ts';
import type { ModelInfo, ModelRequest } from './model.ts';
import { PageModels } from './page-models.ts';
import { type LinkOptions, WorkerLink } from './worker-link.ts';

/** Even the processor alone does so many multiply-accumulates a second; a pass may take as long as that says. */
const SLOWEST = 2e7;

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
  private readonly models: PageModels;
  private readonly choice: BackendChoice;

  constructor(options: LinkOptions = {}) {
    this.link = new WorkerLink((event) => this.changed(event), options);
    this.choice = new BackendChoice(this.link);
    this.models = new PageModels(this.link);
  }

  /** Breaks off all that runs, at once. What was waited for is rejected with an EngineError `cancelled`. */
  stop(): void {
    this.link.end(new EngineError('cancelled', say('engine', 'engineStopped')));
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
  use(choice: BackendName | 'auto'): Promise<BackendReport> {
    return this.choice.use(choice);
  }

  /** The back end in use; chosen now if none was. */
  ready(): Promise<BackendReport> {
    return this.choice.ready();
  }

  /** The back end in use; where none is, the one that starts soonest: for what is too small to make a choice for. */
  soonest(): Promise<BackendReport> {
    return this.choice.soonest();
  }

  /**
   * Loads a model; an ArrayBuffer given as weights is handed over to the worker, a file is read there. An address must be
   * a whole one: the worker resolves others against its own file.
   */
  load(request: ModelRequest, weights: WeightsSource, options?: LoadOptions): Promise<ModelInfo> {
    return this.models.load(request, weights, options);
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

  /** The gradient of a weighted sum of output numbers with respect to the pictures: one output, of the input's shape. */
  gradient(
    model: number,
    input: Float32Array,
    seeds: readonly Seed[],
    { size, signal }: RunOptions = {},
  ): Promise<RunResult> {
    return this.pass(model, input, signal, (there, extra) =>
      // Forth, back, and both operation by operation.
      this.link.ask((remote, id) => remote.gradient(id, there, input, seeds, size), {
        signal,
        extra: 4 * extra,
      }),
    );
  }

  /** Frees a model, after the passes that were asked for before. */
  unload(model: number): Promise<void> {
    return this.models.unload(model);
  }

  /** How often each pixel is read by a chain of all-ones convolutions: [height * width]. */
  async inputGradient(
    size: readonly [number, number],
    layers: readonly OnesLayer[],
  ): Promise<Float32Array> {
    await this.choice.soonest();
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
    await this.choice.soonest();
    return this.link.ask((remote) => remote.compareConvolutions(two));
  }

  /** What output position (`at`, `at`) of a chain of convolutions hears of each pixel. */
  async footprint(
    size: number,
    layers: readonly WeightedLayer[],
    at: number,
    outputs: number,
  ): Promise<Footprint> {
    await this.choice.soonest();
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
    this.choice.wentOver(event.to);
    for (const listener of this.listeners) listener(event);
  }

  private async pass(
    model: number,
    input: Float32Array,
    signal: AbortSignal | undefined,
    ask: (there: number, extra: number) => Promise<RunResult>,
  ): Promise<RunResult> {
    throwIfCancelled(signal);
    await unlessCancelled(this.choice.ready(), signal);
    const { macs, picture, model: there } = await unlessCancelled(this.models.there(model), signal);
    const pictures = input.length / (picture.height * picture.width * picture.channels);
    return ask(there, (macs * pictures) / SLOWEST);
  }
}

let shared: EngineClient | undefined;

/** The page's one engine; its worker starts at the first call. */
export function engine(): EngineClient {
  shared ??= new EngineClient();
  return shared;
}
