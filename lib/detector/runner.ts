import type { RunOptions, RunResult } from '../engine/asked.ts';
import type { Seed } from '../engine/backward.ts';
import type { LoadOptions, WeightsSource } from '../engine/download.ts';
import type { ModelInfo, ModelRequest } from '../engine/model.ts';

/**
 * Where networks run: the engine's worker in a page (EngineClient), or the engine itself in Node. Both keep one queue,
 * so what is asked of a detector is done in the order of asking.
 */
export interface Runner {
  load(request: ModelRequest, weights: WeightsSource, options?: LoadOptions): Promise<ModelInfo>;
  run(model: number, input: Float32Array, options?: RunOptions): Promise<RunResult>;
  activations(
    model: number,
    input: Float32Array,
    nodes: number[],
    options?: RunOptions,
  ): Promise<RunResult>;
  gradient(
    model: number,
    input: Float32Array,
    seeds: readonly Seed[],
    options?: RunOptions,
  ): Promise<RunResult>;
  unload(model: number): Promise<void>;
}
