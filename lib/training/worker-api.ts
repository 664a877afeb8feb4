// What the worker of the training answers to. The worker itself (worker.ts) adds only where the binaries lie.
import { BackEnd } from '../engine/back-end.ts';
import type { BackendName } from '../engine/backend-names.ts';
import type { WasmPaths } from '../engine/backends.ts';
import { type Reply, reply } from '../engine/reply.ts';
import type { Apart } from '../stack/apart.ts';
import type { Crops, DatasetSettings } from './dataset.ts';
import type { NetworkPlan } from './plan.ts';
import { type Inside, type Put, Session, type Stretch } from './session.ts';
import type { Kept, TrainingSettings } from './trainer.ts';

export type TrainingApi = ReturnType<typeof trainingApi>;

/** `wasmPaths`: where the binaries of the wasm back end lie. */
export function trainingApi(wasmPaths?: WasmPaths) {
  const backEnd = new BackEnd(wasmPaths);
  const session = new Session();
  return {
    /** Goes over to a back end, with new networks; answers its name. */
    use: (name: BackendName): Promise<Reply<BackendName>> =>
      reply(async () => {
        if (backEnd.current === name) return name;
        session.end();
        return (await backEnd.choose(name)).name;
      }),
    prepare: (settings: DatasetSettings, tell: (share: number) => void): Promise<Reply<Crops>> =>
      reply(() => session.prepare(settings, tell)),
    begin: (
      plans: readonly NetworkPlan[],
      settings: TrainingSettings,
      kept?: Kept,
    ): Promise<Reply<void>> => reply(() => session.begin(plans, settings, kept)),
    advance: (until: number, milliseconds: number): Promise<Reply<Stretch>> =>
      reply(() => session.advance(until, milliseconds)),
    inside: (): Promise<Reply<Inside[]>> => reply(() => session.inside()),
    apart: (network: number, crop: number): Promise<Reply<Apart | undefined>> =>
      reply(() => session.apart(network, crop)),
    put: (network: number, numbers: Float32Array): Promise<Reply<Put>> =>
      reply(() => session.put(network, numbers)),
  };
}
