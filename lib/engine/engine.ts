import * as tf from '@tensorflow/tfjs-core';
import { BACKENDS, type BackendName, type BackendReport } from './backend-names.ts';
import { contextLost, tryBackend, unavailable, type WasmPaths } from './backends.ts';
import {
  fetchBytes,
  type LoadOptions,
  pause,
  throwIfCancelled,
  type WeightsSource,
} from './download.ts';
import { compareConvolutions, type Difference, type TwoConvolutions } from './equivalence.ts';
import { EngineError } from './errors.ts';
import {
  type Footprint,
  footprint,
  inputGradient,
  type OnesLayer,
  type WeightedLayer,
} from './gradients.ts';
import { graphOf, Model, type ModelInfo, type ModelRequest } from './model.ts';
import type { Output } from './output.ts';
import { syntheticFile } from './synthetic.ts';

export interface RunResult {
  outputs: Output[];
  /** From the numbers going in to the numbers being out, milliseconds. */
  milliseconds: number;
  backend: BackendName;
}

/** The engine went over to another back end by itself. */
export interface BackendEvent {
  from: BackendName;
  to: BackendName;
  message: string;
}

export interface EngineOptions {
  wasmPaths?: WasmPaths;
  /** Back ends that are not to be tried (one that hung before). */
  exclude?: BackendName[];
  onBackendChange?: (event: BackendEvent) => void;
}

/** TensorFlow.js behind a small face: one back end at a time, models by number, one task after the other. */
export class Engine {
  private readonly options: EngineOptions;
  private readonly models = new Map<number, Model>();
  private readonly lost = new Set<BackendName>();
  private readonly probed = new Map<BackendName, BackendReport>();
  private current?: BackendName;
  private lastModel = 0;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(options: EngineOptions = {}) {
    this.options = options;
  }

  /** Which back ends may be tried here; `why` says what is missing for the others. Downloads nothing. */
  backends(): { name: BackendName; available: boolean; why: string }[] {
    return BACKENDS.map((name) => {
      const why = this.excluded(name) ? 'it was given up after a fault' : (unavailable(name) ?? '');
      return { name, available: why === '', why };
    });
  }

  get backend(): BackendName | undefined {
    return this.current;
  }

  /**
   * Goes over to a back end. `auto` tries all but the plain processor one, and takes the fastest that answers the probe
   * rightly; WebGL on the processor is only taken when asked for.
   *
   * @throws EngineError `backend` when the one asked for, or every one, fails
   */
  use(choice: BackendName | 'auto'): Promise<BackendReport> {
    return this.exclusive(() => this.choose(choice));
  }

  /** Waits until all that was asked before is done. */
  idle(): Promise<void> {
    return this.exclusive(async () => undefined);
  }

  /** Tries a back end as `auto` would, which remembers the outcome. The one in use stays in use. */
  probe(name: BackendName): Promise<BackendReport> {
    return this.exclusive(async () => {
      for (const model of this.models.values()) model.release();
      const report = await this.attempt(name, false);
      this.probed.set(name, report);
      if (this.current) await tf.setBackend(this.current);
      return report;
    });
  }

  /** Loads a model: fetches, checks against checksum and graph. `info.model` is its number from then on. */
  async load(
    request: ModelRequest,
    weights: WeightsSource,
    options: LoadOptions = {},
  ): Promise<ModelInfo> {
    const graph = graphOf(request);
    const bytes =
      typeof weights === 'object' && 'synthetic' in weights
        ? await syntheticFile(graph, options)
        : await fetchBytes(weights, options);
    options.onProgress?.({ phase: 'prepare', loaded: bytes.byteLength, total: bytes.byteLength });
    throwIfCancelled(options.signal);
    const model = new Model(graph, bytes, request);
    // The check of a large file takes a while: who wanted to stop meanwhile is heard now.
    if (options.signal) await pause();
    throwIfCancelled(options.signal);
    const number = ++this.lastModel;
    this.models.set(number, model);
    const { name, classes, picture, parameters, macs } = graph;
    return { model: number, name, classes, picture, parameters, macs, levels: model.levels };
  }

  /** One pass over `input`, NHWC float32 [n, h, w, c], RGB in [0, 1]. */
  async run(model: number, input: Float32Array): Promise<RunResult> {
    const loaded = this.model(model);
    loaded.batch(input);
    return this.task(() => loaded.run(input));
  }

  /** The outputs of some rows of the architecture, as the reference form computes them. */
  async activations(model: number, input: Float32Array, nodes: number[]): Promise<RunResult> {
    const loaded = this.model(model);
    return this.task(() => loaded.activations(input, nodes));
  }

  unload(model: number): void {
    this.model(model).release();
    this.models.delete(model);
  }

  /** See gradients.ts: how often each pixel is read by a chain of all-ones convolutions. */
  inputGradient(
    size: readonly [number, number],
    layers: readonly OnesLayer[],
  ): Promise<Float32Array> {
    return this.exclusive(async () => {
      await this.ready();
      return inputGradient(size, layers);
    });
  }

  /** See gradients.ts: what one position of a stack's output hears of each pixel. */
  footprint(
    size: number,
    layers: readonly WeightedLayer[],
    at: number,
    outputs: number,
  ): Promise<Footprint> {
    return this.exclusive(async () => {
      await this.ready();
      return footprint(size, layers, at, outputs);
    });
  }

  /** How often one convolution reads each pixel, as the gradient of the sum of its outputs: [height * width]. */
  readCounts({
    size,
    ...layer
  }: OnesLayer & { size: readonly [number, number] }): Promise<Float32Array> {
    return this.inputGradient(size, [layer]);
  }

  /** See equivalence.ts: how far a strided convolution and its equal after space-to-depth are apart, on random pixels. */
  compareConvolutions(two: TwoConvolutions): Promise<Difference> {
    return this.exclusive(async () => {
      await this.ready();
      return compareConvolutions(two);
    });
  }

  /** What lies on the back end now; nothing before there is one. */
  memory(): { tensors: number; bytes: number; models: number } {
    const { numTensors, numBytes } = this.current ? tf.memory() : { numTensors: 0, numBytes: 0 };
    return { tensors: numTensors, bytes: numBytes, models: this.models.size };
  }

  private model(number: number): Model {
    const model = this.models.get(number);
    if (!model) throw new EngineError('model', `No model number ${number} is loaded.`);
    return model;
  }

  private excluded(name: BackendName): boolean {
    return this.lost.has(name) || (this.options.exclude ?? []).includes(name);
  }

  private async ready(): Promise<void> {
    if (!this.current) await this.choose('auto');
    // A back end that answered its probe too late may have made itself current meanwhile.
    else if (tf.getBackend() !== this.current) await tf.setBackend(this.current);
  }

  private async choose(choice: BackendName | 'auto'): Promise<BackendReport> {
    for (const model of this.models.values()) model.release();
    const best = choice === 'auto' ? await this.fastest() : await this.attempt(choice, true);
    if (best.works) this.current = best.name;
    if (this.current) await tf.setBackend(this.current);
    if (!best.works)
      throw new EngineError('backend', `This back end does not work here. ${best.why}`);
    return best;
  }

  private async fastest(): Promise<BackendReport> {
    const names = BACKENDS.filter((name) => name !== 'cpu' && !this.excluded(name));
    for (const name of names) {
      if (!this.probed.has(name)) this.probed.set(name, await this.attempt(name, false));
    }
    const reports = names.map((name) => this.probed.get(name)!);
    const speed = (report: BackendReport) => report.probeMilliseconds ?? Number.POSITIVE_INFINITY;
    const [best] = reports.filter(({ works }) => works).sort((a, b) => speed(a) - speed(b));
    const others = reports.filter((report) => report !== best).map(otherReason);
    if (best) {
      const why = [`${best.name} is fastest: ${speed(best).toFixed(1)} ms.`, ...others].join(' ');
      return { ...best, why };
    }
    const last = await this.attempt('cpu', true);
    return { ...last, why: [...others, last.why].join(' ') };
  }

  private attempt(name: BackendName, asked: boolean): Promise<BackendReport> {
    return tryBackend(name, { wasmPaths: this.options.wasmPaths, asked });
  }

  /** Runs a task on the back end; when its context is lost, once more on the next one. */
  private task(pass: () => Promise<Output[]>): Promise<RunResult> {
    return this.exclusive(async () => {
      await this.ready();
      try {
        const result = await this.timed(pass);
        if (!contextLost()) return result;
      } catch (error) {
        if (!contextLost()) throw error;
      }
      await this.fallBack();
      return this.timed(pass);
    });
  }

  private async timed(pass: () => Promise<Output[]>): Promise<RunResult> {
    const start = performance.now();
    const outputs = await pass();
    return { outputs, milliseconds: performance.now() - start, backend: this.current! };
  }

  private async fallBack(): Promise<void> {
    const from = this.current!;
    this.lost.add(from);
    const { name: to } = await this.choose('auto');
    const message = `${from} lost its graphics context; ${to} took over.`;
    this.options.onBackendChange?.({ from, to, message });
  }

  /** Back ends are global to TensorFlow.js: tasks wait for each other. */
  private exclusive<T>(task: () => Promise<T>): Promise<T> {
    const result = this.queue.then(task);
    this.queue = result.catch(() => undefined);
    return result;
  }
}

function otherReason({ name, works, why, probeMilliseconds }: BackendReport): string {
  return works && probeMilliseconds ? `${name} took ${probeMilliseconds.toFixed(1)} ms.` : why;
}
