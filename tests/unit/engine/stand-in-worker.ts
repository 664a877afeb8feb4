// The engine's worker without a thread: the same messages, through a channel of Node's.
import * as Comlink from 'comlink';
import type { Engine } from '#lib/engine/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { workerApi } from '#lib/engine/worker-api.ts';
import type { WorkerLike } from '#lib/workers/index.ts';

/** Workers that were started, the last one last. */
export interface Workers {
  spawn: () => WorkerLike;
  all: StandIn[];
}

export interface StandIn {
  engine?: Engine;
  ended: boolean;
  /** As a browser tells of a worker whose code did not come, or that threw. */
  fail(kind: 'error' | 'messageerror'): void;
}

/** `mute` workers start but never answer. */
export function standInWorkers({ mute = false }: { mute?: boolean } = {}): Workers {
  const all: StandIn[] = [];
  const spawn = () => {
    const { port1, port2 } = new MessageChannel();
    const faults = new EventTarget();
    const standIn: StandIn = {
      ended: false,
      fail: (kind) => faults.dispatchEvent(new Event(kind)),
    };
    all.push(standIn);
    if (!mute) {
      const api = workerApi((options) => {
        standIn.engine = createNodeEngine(options);
        return standIn.engine;
      });
      Comlink.expose(api, port2 as unknown as Comlink.Endpoint);
    }
    const worker = {
      postMessage: port1.postMessage.bind(port1),
      addEventListener: (type: string, listener: EventListener) =>
        (type === 'message' ? port1 : faults).addEventListener(type, listener),
      removeEventListener: (type: string, listener: EventListener) =>
        (type === 'message' ? port1 : faults).removeEventListener(type, listener),
      terminate: () => {
        standIn.ended = true;
        // A thread that ends takes its tensors along; here that has to be done by hand.
        void standIn.engine?.unloadAll();
        port1.close();
      },
    };
    port1.start();
    return worker as unknown as WorkerLike;
  };
  return { spawn, all };
}
