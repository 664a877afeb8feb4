import * as tf from '@tensorflow/tfjs-core';
import { type Said, say } from '../faults/index.ts';
import type { BackendEvent, EngineMemory, EngineOptions, RunOptions, RunResult } from './asked.ts';
import { BackEnd } from './back-end.ts';
import type { BackendName, BackendReport } from './backend-names.ts';
import type { Seed } from './backward.ts';
import { pause, throwIfCancelled } from './cancel.ts';
import { contextLost } from './context.ts';
import { fetchBytes, type LoadOptions, type WeightsSource } from './download.ts';
import { compareConvolutions, type Difference, type TwoConvolutions } from './equivalence.ts';
import { EngineError } from './errors.ts';
import {
  type Footprint,
  footprint,
  inputGradient,
  type OnesLayer,
  type WeightedLayer,
} from './gradients.ts';
import {
  graphOf,
  Model,
  type ModelInfo,
  type ModelRequest,
  type Pass,
  readRequest,
} from './model.ts';
import { syntheticFile } from './synthetic.ts';

/**
 * TensorFlow.js behind a small face: one back end at a time, models by number, one task after the other. Whatever
 * touches the back end or a model waits in one queue, unloading too: nothing comes between the parts of a task.
 */
export class Engine {
  private readonly models = new Map<number, Model>();
  private readonly backEnd: BackEnd;
  private readonly onBackendChange: (event: BackendEvent) => void;
  private lastModel = 0;
  private queue: Promise<unknown> = Promise.resolve();

  constructor({ wasmPaths, exclude, onBackendChange = () => {} }: EngineOptions = {}) {
    this.backEnd = new BackEnd(wasmPaths, exclude);
    this.onBackendChange = onBackendChange;
  }

  /** Which back ends may be tried here; `why` says what is missing for the others. Downloads nothing. */
  backends(): { name: BackendName; available: boolean; why?: Said }[] {
    return this.backEnd.all();
  }

  get backend(): BackendName | undefined {
    return this.backEnd.current;
  }

  /**
   * Goes over to a back end, once all that was asked before is done. `auto` tries all but the plain processor one, and
   * takes the fastest that answers the probe rightly; WebGL on the processor is only taken when asked for.
   *
   * @throws EngineError `backend` when the one asked for, or every one, fails
   */
  use(choice: BackendName | 'auto'): Promise<BackendReport> {
    return this.exclusive(() => {
      this.release();
      return this.backEnd.choose(choice);
    });
  }

  /** Waits until all that was asked before is done. */
  idle(): Promise<void> {
    return this.exclusive(async () => undefined);
  }

  /** Whether a back end that nobody asked for is worth a download. */
  promising(name: BackendName): Promise<boolean> {
    return this.backEnd.promises(name);
  }

  /** Fetches the code of a back end, so that a try of it needs the network no more. */
  fetchBackend(name: BackendName): Promise<void> {
    return this.backEnd.fetch(name);
  }

  /** Tries a back end as `auto` would, which remembers the outcome. The one in use stays in use. */
  probe(name: BackendName): Promise<BackendReport> {
    return this.exclusive(() => {
      this.release();
      return this.backEnd.probe(name);
    });
  }

  /** Loads a model: fetches, checks against checksum and graph. `info.model` is its number from then on. */
  async load(
    request: ModelRequest,
    weights: WeightsSource,
    options: LoadOptions = {},
  ): Promise<ModelInfo> {
    const read = await readRequest(request);
    const graph = graphOf(read);
    const bytes =
      typeof weights === 'object' && 'synthetic' in weights
        ? await syntheticFile(graph, options)
        : await fetchBytes(weights, options);
    options.onProgress?.({ phase: 'prepare', loaded: bytes.byteLength, total: bytes.byteLength });
    throwIfCancelled(options.signal);
    const model = new Model(read, graph, bytes);
    // The check of a large file takes a while: who wanted to stop meanwhile is heard now.
    if (options.signal) await pause();
    throwIfCancelled(options.signal);
    const number = ++this.lastModel;
    this.models.set(number, model);
    const { name, classes, picture, parameters, macs } = graph;
    return { model: number, name, classes, picture, parameters, macs, levels: model.levels };
  }

  /** One pass over `input`, NHWC float32 [n, h, w, c], RGB in [0, 1], of any size that the network can read. */
  run(model: number, input: Float32Array, { size, signal }: RunOptions = {}): Promise<RunResult> {
    return this.task(signal, () => this.model(model).run(input, size));
  }

  /** The outputs of some rows of the architecture, as the reference form computes them. */
  activations(
    model: number,
    input: Float32Array,
    nodes: number[],
    { size, signal }: RunOptions = {},
  ): Promise<RunResult> {
    return this.task(signal, () => this.model(model).activations(input, nodes, size));
  }

  /** The gradient of a weighted sum of output numbers with respect to the pictures: one output, of the input's shape. */
  gradient(
    model: number,
    input: Float32Array,
    seeds: readonly Seed[],
    { size, signal }: RunOptions = {},
  ): Promise<RunResult> {
    return this.task(signal, () => this.model(model).gradient(input, seeds, size));
  }

  /** Frees a model, once all passes asked for before are done. */
  unload(model: number): Promise<void> {
    return this.exclusive(async () => {
      this.model(model).release();
      this.models.delete(model);
    });
  }

  /** Frees all models, once all passes asked for before are done. */
  unloadAll(): Promise<void> {
    return this.exclusive(async () => {
      this.release();
      this.models.clear();
    });
  }

  /** See gradients.ts: how often each pixel is read by a chain of all-ones convolutions. */
  inputGradient(
    size: readonly [number, number],
    layers: readonly OnesLayer[],
  ): Promise<Float32Array> {
    return this.prepared(() => inputGradient(size, layers));
  }

  /** See gradients.ts: what one position of a stack's output hears of each pixel. */
  footprint(
    size: number,
    layers: readonly WeightedLayer[],
    at: number,
    outputs: number,
  ): Promise<Footprint> {
    return this.prepared(() => footprint(size, layers, at, outputs));
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
    return this.prepared(() => compareConvolutions(two));
  }

  /** What lies on the back end now; nothing before there is one. */
  memory(): EngineMemory {
    const { numTensors, numBytes } = this.backend ? tf.memory() : { numTensors: 0, numBytes: 0 };
    return { tensors: numTensors, bytes: numBytes, models: this.models.size };
  }

  private model(number: number): Model {
    const model = this.models.get(number);
    if (!model) throw new EngineError('model', say('engine', 'noModel', number));
    return model;
  }

  /** Takes what is made of the models from the back end; their weights stay. */
  private release(): void {
    for (const model of this.models.values()) model.release();
  }

  /** Runs a task on the back end; when its context is lost, once more on the next one. */
  private task(signal: AbortSignal | undefined, pass: () => Promise<Pass>): Promise<RunResult> {
    return this.prepared(async () => {
      throwIfCancelled(signal);
      try {
        const result = await this.timed(pass);
        if (!contextLost()) return result;
      } catch (error) {
        if (!contextLost()) throw error;
      }
      this.release();
      const { from, to } = await this.backEnd.fallBack();
      this.onBackendChange({ from, to, said: say('engine', 'tookOver', from, to) });
      return this.timed(pass);
    });
  }

  private async timed(pass: () => Promise<Pass>): Promise<RunResult> {
    const start = performance.now();
    const { outputs, first } = await pass();
    return { outputs, first, milliseconds: performance.now() - start, backend: this.backend! };
  }

  private prepared<T>(task: () => Promise<T>): Promise<T> {
    return this.exclusive(async () => {
      await this.backEnd.ready();
      return task();
    });
  }

  /** Back ends are global to TensorFlow.js: tasks wait for each other. */
  private exclusive<T>(task: () => Promise<T>): Promise<T> {
    const result = this.queue.then(task);
    this.queue = result.catch(() => undefined);
    return result;
  }
}
