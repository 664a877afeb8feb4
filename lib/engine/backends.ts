import * as tf from '@tensorflow/tfjs-core';
import { type Said, say } from '../faults/index.ts';
import {
  ASKED_LIMIT,
  type BackendName,
  type BackendReport,
  CODE_LIMIT,
  PROBE_LIMIT,
} from './backend-names.ts';
import { contextLost } from './context.ts';
import { EngineError } from './errors.ts';
import { probe } from './probe.ts';

/** Where the wasm binaries lie: a folder with a last slash, or an address for each file name. */
export type WasmPaths = string | Record<string, string>;

/** The part of `navigator.gpu` that is asked here. */
interface Gpu {
  requestAdapter(): Promise<{
    isFallbackAdapter?: boolean;
    info?: { isFallbackAdapter?: boolean };
  } | null>;
}

/** Why a back end cannot run here; undefined where it may. Costs no download. */
export function unavailable(name: BackendName): Said | undefined {
  if (name === 'webgpu' && !gpu()) return say('engine', 'noWebGpu');
  if (name === 'webgl' && typeof OffscreenCanvas === 'undefined') {
    return say('engine', 'noWebGl');
  }
  if (name === 'wasm' && typeof WebAssembly === 'undefined') return say('engine', 'noWasm');
  return undefined;
}

/** Why a back end is not worth a try when nobody asked for it: graphics drawn by the processor lose to wasm. Costs no download. */
export async function unpromising(name: BackendName): Promise<Said | undefined> {
  if (name === 'webgpu') {
    const adapter = await gpu()?.requestAdapter();
    if (!adapter) return say('engine', 'noAdapter');
    const software = adapter.info?.isFallbackAdapter ?? adapter.isFallbackAdapter;
    return software ? say('engine', 'softwareAdapter') : undefined;
  }
  if (name === 'webgl' && softwareWebGL()) return say('engine', 'softwareCard');
  return undefined;
}

/** Not every browser owns up to the caveat; the renderer's name tells the rest. */
function softwareWebGL(): boolean {
  const canvas = new OffscreenCanvas(1, 1);
  const gl = canvas.getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  const names = gl?.getExtension('WEBGL_debug_renderer_info');
  const renderer = gl && names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : '';
  return !gl || /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}

/** What a try came to; `again` where another try may end otherwise, as when the code could not be fetched. */
export interface Attempt extends BackendReport {
  again?: boolean;
}

/**
 * Starts a back end, makes it current, and trusts it only when a known input gives the known output in time. `asked`
 * says that the reader chose it: then software graphics will do.
 */
export async function tryBackend(
  name: BackendName,
  { wasmPaths, asked = false }: { wasmPaths?: WasmPaths; asked?: boolean } = {},
): Promise<Attempt> {
  try {
    const limit = asked ? ASKED_LIMIT : PROBE_LIMIT;
    const missing = unavailable(name);
    if (missing) throw fault(missing);
    // Asked before anything is fetched: the code of both graphics back ends is larger than all the rest.
    const reason = asked ? undefined : await within(limit, () => unpromising(name));
    if (reason) throw fault(reason);
    await fetchBackend(name, wasmPaths);
    // Its binary comes over the network with the start.
    await within(name === 'wasm' ? CODE_LIMIT : limit, () => start(name));
    const probeMilliseconds = await within(limit, probe);
    return { name, works: true, why: say('engine', 'answered', name), probeMilliseconds };
  } catch (error) {
    const { said, code } = error instanceof EngineError ? error : fault(say('engine', 'noStart'));
    const again = code === 'download';
    return {
      name,
      works: false,
      why: say('engine', 'failed', name, said),
      ...(again ? { again } : {}),
    };
  }
}

async function start(name: BackendName): Promise<void> {
  if (!(await tf.setBackend(name))) {
    // Its binary is the one part of wasm that can be missing.
    if (name === 'wasm') throw new EngineError('download', say('engine', 'noCode'));
    throw fault(say('engine', 'noStart'));
  }
  await tf.ready();
  if (contextLost()) throw fault(say('engine', 'contextLost'));
}

/**
 * Fetches the code of a back end and registers it; each is a chunk of its own. Nothing happens where that was done.
 *
 * @throws EngineError `download`, in the middle of a sentence
 */
export async function fetchBackend(name: BackendName, wasmPaths?: WasmPaths): Promise<void> {
  try {
    await within(CODE_LIMIT, () => importBackend(name, wasmPaths));
  } catch {
    throw new EngineError('download', say('engine', 'noCode'));
  }
}

let pathsSet = false;

async function importBackend(name: BackendName, wasmPaths?: WasmPaths): Promise<void> {
  switch (name) {
    case 'webgpu':
      await import('@tensorflow/tfjs-backend-webgpu');
      return;
    case 'webgl':
      await import('@tensorflow/tfjs-backend-webgl');
      // Whether software will do is settled before.
      tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
      return;
    case 'wasm': {
      const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
      // Threads need SharedArrayBuffer, whose headers a plain static host cannot send.
      tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
      // The paths can be set only until the first start, even one that failed.
      if (wasmPaths && !pathsSet && !tf.findBackend('wasm')) setWasmPaths(wasmPaths);
      pathsSet = true;
      return;
    }
    case 'cpu':
      await import('@tensorflow/tfjs-backend-cpu');
  }
}

function fault(said: Said): EngineError {
  return new EngineError('backend', said);
}

/** @throws EngineError `backend` when the work takes longer than `limit` milliseconds */
async function within<T>(limit: number, work: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(fault(say('engine', 'noAnswer', limit / 1000))), limit);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function gpu(): Gpu | undefined {
  return (globalThis.navigator as { gpu?: Gpu } | undefined)?.gpu;
}
