// What the engine's worker answers to. The worker itself (worker.ts) adds only where the binaries lie.

import * as Comlink from 'comlink';
import { say } from '../faults/index.ts';
import type { BackendEvent, EngineOptions, RunResult } from './asked.ts';
import type { BackendName } from './backend-names.ts';
import type { Seed } from './backward.ts';
import type { LoadOptions, Progress, WeightsSource } from './download.ts';
import type { Engine } from './engine.ts';
import type { TwoConvolutions } from './equivalence.ts';
import { EngineError } from './errors.ts';
import type { OnesLayer, WeightedLayer } from './gradients.ts';
import type { ModelRequest, PictureSize } from './model.ts';
import { type Reply, reply } from './reply.ts';

/** Moves the outputs to the other thread instead of copying them. */
function handOver(result: Reply<RunResult>): Reply<RunResult> {
  if (!result.ok) return result;
  return Comlink.transfer(
    result,
    result.value.outputs.map(({ data }) => data.buffer),
  );
}

export type WorkerApi = ReturnType<typeof workerApi>;

/** `make` makes the engine, at `start`. Questions that can be cancelled carry a name of their own. */
export function workerApi(make: (options: EngineOptions) => Engine) {
  let engine: Engine | undefined;
  const open = new Map<string, AbortController>();

  const started = (): Engine => {
    if (!engine) throw new EngineError('worker', say('engine', 'notStarted'));
    return engine;
  };
  const cancellable = <T>(id: string, work: (signal: AbortSignal) => Promise<T>) =>
    reply(async () => {
      const controller = new AbortController();
      open.set(id, controller);
      try {
        return await work(controller.signal);
      } finally {
        open.delete(id);
      }
    });

  return {
    start: (exclude: BackendName[], onBackendChange: (event: BackendEvent) => void) =>
      reply(() => {
        engine = make({ exclude, onBackendChange });
      }),
    backends: () => reply(() => started().backends()),
    idle: () => reply(() => started().idle()),
    promising: (name: BackendName) => reply(() => started().promising(name)),
    fetchBackend: (name: BackendName) => reply(() => started().fetchBackend(name)),
    probe: (name: BackendName) => reply(() => started().probe(name)),
    use: (choice: BackendName | 'auto') => reply(() => started().use(choice)),
    load: (
      id: string,
      request: ModelRequest,
      weights: WeightsSource,
      options: Pick<LoadOptions, 'sha256'>,
      onProgress?: (progress: Progress) => void,
    ) =>
      cancellable(id, (signal) =>
        started().load(request, weights, { ...options, signal, onProgress }),
      ),
    cancel: (id: string): void => open.get(id)?.abort(),
    run: async (id: string, model: number, input: Float32Array, size?: PictureSize) =>
      handOver(await cancellable(id, (signal) => started().run(model, input, { size, signal }))),
    activations: async (
      id: string,
      model: number,
      input: Float32Array,
      nodes: number[],
      size?: PictureSize,
    ) =>
      handOver(
        await cancellable(id, (signal) =>
          started().activations(model, input, nodes, { size, signal }),
        ),
      ),
    gradient: async (
      id: string,
      model: number,
      input: Float32Array,
      seeds: readonly Seed[],
      size?: PictureSize,
    ) =>
      handOver(
        await cancellable(id, (signal) =>
          started().gradient(model, input, seeds, { size, signal }),
        ),
      ),
    unload: (model: number) => reply(() => started().unload(model)),
    inputGradient: (size: readonly [number, number], layers: readonly OnesLayer[]) =>
      reply(() => started().inputGradient(size, layers)),
    compareConvolutions: (two: TwoConvolutions) => reply(() => started().compareConvolutions(two)),
    footprint: (size: number, layers: readonly WeightedLayer[], at: number, outputs: number) =>
      reply(() => started().footprint(size, layers, at, outputs)),
    memory: () => reply(() => started().memory()),
  };
}
