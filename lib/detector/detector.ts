import {
  type DecodeOptions,
  type Detection,
  decode,
  type Level,
  levelsOf,
} from '../detection/index.ts';
import type { RunResult } from '../engine/asked.ts';
import type { Seed } from '../engine/backward.ts';
import { throwIfCancelled } from '../engine/cancel.ts';
import type { LoadOptions } from '../engine/download.ts';
import type { ModelInfo } from '../engine/model.ts';
import type { Output } from '../engine/output.ts';
import { type Architecture, buildGraph, type Graph } from '../model/index.ts';
import type { Card } from './card.ts';
import type { NetworkInput } from './input.ts';
import type { Runner } from './runner.ts';
import { type Prepared, prepare, type Source } from './source.ts';

/** Which network with which weights. */
export interface DetectorRequest {
  architecture: Architecture;
  source: Source;
}

export interface LookOptions {
  /** A pass that has not begun when this is given does not begin. */
  signal?: AbortSignal;
  /** Where the pass had to make the network ready first, one more is made for the time. */
  warm?: boolean;
}

/** What a network said of pictures, and what the saying cost. */
export interface Pass extends Omit<RunResult, 'outputs'> {
  outputs: Output[];
}

/**
 * A network with its weights, loaded. It reads pictures of any size that its strides divide: a pass brings its size
 * along, so no order of asking can mix them up. Classifiers are loaded by it too; they have no levels.
 */
export class Detector {
  readonly request: DetectorRequest;
  readonly info: ModelInfo;
  readonly card?: Card;
  /** Class names that came with the weights. */
  readonly names?: readonly string[];
  /** Tensors of a file that it does not read, by name. */
  readonly unused: readonly string[];
  private readonly runner: Runner;
  private readonly prepared: Prepared;
  private gone?: Promise<void>;

  private constructor(
    runner: Runner,
    request: DetectorRequest,
    info: ModelInfo,
    prepared: Prepared,
  ) {
    this.runner = runner;
    this.request = request;
    this.info = info;
    this.prepared = prepared;
    this.card = prepared.card;
    this.names = prepared.names;
    this.unused = prepared.unused ?? [];
  }

  /**
   * Fetches, checks and loads weights. When it is stopped, however late, nothing is left behind.
   *
   * @throws EngineError
   */
  static async load(
    runner: Runner,
    request: DetectorRequest,
    { signal, onProgress }: Pick<LoadOptions, 'signal' | 'onProgress'> = {},
  ): Promise<Detector> {
    throwIfCancelled(signal);
    const { architecture, source } = request;
    const prepared = await prepare(source, architecture.name, { signal, onProgress });
    throwIfCancelled(signal);
    const { weights, sha256, classes, widthMultiple } = prepared;
    const info = await runner.load({ architecture, classes, widthMultiple }, weights, {
      sha256,
      signal,
      onProgress,
    });
    const detector = new Detector(runner, request, info, prepared);
    if (signal?.aborted) await detector.unload();
    throwIfCancelled(signal);
    return detector;
  }

  /** Whether it finds boxes; the others name a class. */
  get detects(): boolean {
    return this.info.levels.length > 0;
  }

  /** The network for pictures of a size, pixels: its rows, shapes and costs. */
  graphAt(height: number, width = height): Graph {
    const { classes, widthMultiple } = this.prepared;
    return buildGraph(this.request.architecture, { size: [height, width], classes, widthMultiple });
  }

  /** One pass over pictures of one size, one after the other in `input.data`. */
  async run(input: NetworkInput, { signal, warm = false }: LookOptions = {}): Promise<Pass> {
    const size = [input.height, input.width] as const;
    const pass = await this.runner.run(this.info.model, input.data, { size, signal });
    if (!warm || !pass.first) return pass;
    return this.runner.run(this.info.model, input.data, { size, signal });
  }

  /** The outputs of some rows of the architecture, as the reference form computes them. */
  async layers(
    { data, height, width }: NetworkInput,
    rows: number[],
    { signal }: LookOptions = {},
  ): Promise<Pass> {
    const size = [height, width] as const;
    return this.runner.activations(this.info.model, data, rows, { size, signal });
  }

  /** The gradient of a weighted sum of the numbers of a pass with respect to the picture: NHWC float32, as `input`. */
  async gradient(
    { data, height, width }: NetworkInput,
    seeds: readonly Seed[],
    { signal }: LookOptions = {},
  ): Promise<Float32Array> {
    const size = [height, width] as const;
    const { outputs } = await this.runner.gradient(this.info.model, data, seeds, { size, signal });
    return outputs[0].data;
  }

  /** What the head said of one picture of a pass, level by level. */
  levels(outputs: readonly Output[], image = 0): Level[] {
    return levelsOf(outputs, this.info.levels, image);
  }

  /** The boxes of one picture of a pass, in pixels of what the network read. */
  boxes(
    outputs: readonly Output[],
    options: Omit<DecodeOptions, 'classCount'>,
    image = 0,
  ): Detection[] {
    return decode(this.levels(outputs, image), { classCount: this.info.classes, ...options });
  }

  /** Of a classifier: the probability of each class, for one picture of a pass. */
  probabilities(outputs: readonly Output[], image = 0): number[] {
    const { classes } = this.info;
    return softmax(outputs[0].data.subarray(image * classes, (image + 1) * classes));
  }

  /** Frees it, after the passes that were asked for before. Asked twice, it is done once. */
  unload(): Promise<void> {
    this.gone ??= this.runner.unload(this.info.model);
    return this.gone;
  }
}

/** Probabilities from logits. */
export function softmax(logits: Float32Array): number[] {
  const most = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = Array.from(logits, (logit) => Math.exp(logit - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
