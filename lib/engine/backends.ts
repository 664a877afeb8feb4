import * as tf from '@tensorflow/tfjs-core';
import { EngineError } from './errors.ts';
import { probe } from './probe.ts';

export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

/** The order of trust: which back end is tried next when one falls away. */
export const BACKENDS: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

/** Longest that a back end may take to start and to answer the known input, milliseconds. */
export const PROBE_LIMIT = 10_000;

/** Where the wasm binaries lie: a folder with a last slash, or an address for each file name. */
export type WasmPaths = string | Record<string, string>;

/** What became of a back end when it was tried. */
export interface BackendReport {
  name: BackendName;
  works: boolean;
  /** In a sentence: why it does not work, or how it was chosen. */
  why: string;
  /** Of the probe's timed pass; absent where it was not reached. */
  probeMilliseconds?: number;
}

/** Why a back end need not be tried here; undefined where it may work. Costs no download. */
export function unavailable(name: BackendName): string | undefined {
  if (name === 'webgpu' && !(globalThis.navigator && 'gpu' in navigator)) {
    return 'this browser has no WebGPU';
  }
  if (name === 'webgl' && typeof OffscreenCanvas === 'undefined') {
    return 'this browser has no WebGL in workers';
  }
  if (name === 'wasm' && typeof WebAssembly === 'undefined') return 'WebAssembly is switched off';
  return undefined;
}

/** Fetches the code of a back end and registers it; each is a chunk of its own. */
async function importBackend(name: BackendName, wasmPaths?: WasmPaths): Promise<void> {
  switch (name) {
    case 'webgpu':
      await import('@tensorflow/tfjs-backend-webgpu');
      return;
    case 'webgl':
      await import('@tensorflow/tfjs-backend-webgl');
      return;
    case 'wasm': {
      const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
      // Threads need SharedArrayBuffer, whose headers a plain static host cannot send.
      tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
      if (wasmPaths) setWasmPaths(wasmPaths);
      return;
    }
    case 'cpu':
      await import('@tensorflow/tfjs-backend-cpu');
  }
}

/**
 * Starts a back end, makes it current, and trusts it only when a known input gives the known output in time.
 * `software` lets WebGL run on the processor, which is slower than wasm and only sensible when asked for.
 */
export async function tryBackend(
  name: BackendName,
  { wasmPaths, software = false }: { wasmPaths?: WasmPaths; software?: boolean } = {},
): Promise<BackendReport> {
  const failed = (why: string): BackendReport => ({ name, works: false, why });
  const reason = unavailable(name);
  if (reason) return failed(`${name}: ${reason}.`);
  try {
    const milliseconds = await within(PROBE_LIMIT, async () => {
      await importBackend(name, wasmPaths);
      if (name === 'webgl') tf.env().set('SOFTWARE_WEBGL_ENABLED', software);
      if (name === 'webgpu' && !(await adapterFound())) throw new Error('no graphics adapter');
      if (!(await tf.setBackend(name))) throw new Error('it does not start here');
      await tf.ready();
      return probe();
    });
    return {
      name,
      works: true,
      why: `${name} answered the probe.`,
      probeMilliseconds: milliseconds,
    };
  } catch (error) {
    return failed(`${name}: ${(error as Error).message}.`);
  }
}

async function adapterFound(): Promise<boolean> {
  const { gpu } = navigator as unknown as { gpu: { requestAdapter(): Promise<object | null> } };
  return (await gpu.requestAdapter()) !== null;
}

/** @throws EngineError `backend` when the work takes longer than `limit` milliseconds */
async function within<T>(limit: number, work: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const fault = new EngineError('backend', `no answer within ${limit / 1000} seconds`);
    timer = setTimeout(() => reject(fault), limit);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the current back end has lost its graphics context, after which its tensors hold nothing. */
export function contextLost(): boolean {
  const backend = tf.backend() as Partial<{
    gpgpu: { gl: { isContextLost(): boolean } };
    device: object;
  }>;
  if (tf.getBackend() === 'webgl') return backend.gpgpu?.gl.isContextLost() ?? false;
  if (tf.getBackend() === 'webgpu' && backend.device) return lostDevices.has(watch(backend.device));
  return false;
}

const watched = new WeakSet<object>();
const lostDevices = new WeakSet<object>();

/** Notes it when a WebGPU device goes; asking afterwards would only give a promise. */
function watch(device: object): object {
  if (!watched.has(device)) {
    watched.add(device);
    (device as { lost: Promise<unknown> }).lost.then(() => lostDevices.add(device));
  }
  return device;
}
