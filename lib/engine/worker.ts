// The engine's worker: the one place on the site where TensorFlow.js runs.
import wasmPlain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import * as Comlink from 'comlink';
import type { BackendName } from './backend-names.ts';
import type { LoadOptions, Progress, WeightsSource } from './download.ts';
import { type BackendEvent, Engine, type RunResult } from './engine.ts';
import type { TwoConvolutions } from './equivalence.ts';
import { EngineError } from './errors.ts';
import type { OnesLayer, WeightedLayer } from './gradients.ts';
import type { ModelRequest } from './model.ts';

/** A result, or a fault as plain data: what is thrown loses its fields on the way between threads. */
export type Reply<T> =
  | { ok: true; value: T }
  | { ok: false; fault: Pick<EngineError, 'code' | 'message' | 'details'> };

let engine: Engine | undefined;
const loadings = new Map<string, AbortController>();

function started(): Engine {
  if (!engine) throw new EngineError('backend', 'The engine was not started.');
  return engine;
}

async function reply<T>(work: () => Promise<T> | T): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const { message } = error as Error;
    if (!(error instanceof EngineError)) {
      return {
        ok: false,
        fault: { code: 'backend', message: `The engine failed: ${message}`, details: [] },
      };
    }
    return { ok: false, fault: { code: error.code, message, details: error.details } };
  }
}

const api = {
  start(exclude: BackendName[], onBackendChange: (event: BackendEvent) => void): void {
    engine = new Engine({
      exclude,
      onBackendChange,
      wasmPaths: {
        'tfjs-backend-wasm.wasm': wasmPlain,
        'tfjs-backend-wasm-simd.wasm': wasmSimd,
        // Threads are switched off, but the map has to name all three.
        'tfjs-backend-wasm-threaded-simd.wasm': wasmSimd,
      },
    });
  },
  backends: () => reply(() => started().backends()),
  idle: () => reply(() => started().idle()),
  probe: (name: BackendName) => reply(() => started().probe(name)),
  use: (choice: BackendName | 'auto') => reply(() => started().use(choice)),
  load: (
    request: ModelRequest,
    weights: WeightsSource,
    { id, ...options }: Pick<LoadOptions, 'sha256'> & { id: string },
    onProgress?: (progress: Progress) => void,
  ) =>
    reply(async () => {
      const controller = new AbortController();
      loadings.set(id, controller);
      try {
        return await started().load(request, weights, {
          ...options,
          signal: controller.signal,
          onProgress,
        });
      } finally {
        loadings.delete(id);
      }
    }),
  cancel: (id: string) => loadings.get(id)?.abort(),
  run: async (model: number, input: Float32Array) =>
    handOver(await reply(() => started().run(model, input))),
  activations: async (model: number, input: Float32Array, nodes: number[]) =>
    handOver(await reply(() => started().activations(model, input, nodes))),
  unload: (model: number) => reply(() => started().unload(model)),
  inputGradient: (size: readonly [number, number], layers: readonly OnesLayer[]) =>
    reply(() => started().inputGradient(size, layers)),
  compareConvolutions: (two: TwoConvolutions) => reply(() => started().compareConvolutions(two)),
  footprint: (size: number, layers: readonly WeightedLayer[], at: number, outputs: number) =>
    reply(() => started().footprint(size, layers, at, outputs)),
  memory: () => reply(() => started().memory()),
};

export type WorkerApi = typeof api;

/** Moves the outputs to the other thread instead of copying them. */
function handOver(result: Reply<RunResult>): Reply<RunResult> {
  if (!result.ok) return result;
  return Comlink.transfer(
    result,
    result.value.outputs.map(({ data }) => data.buffer),
  );
}

Comlink.expose(api);
