import * as tf from '@tensorflow/tfjs-core';
import { ASKED_LIMIT, type BackendName, type BackendReport, PROBE_LIMIT } from './backend-names.ts';
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
export function unavailable(name: BackendName): string | undefined {
  if (name === 'webgpu' && !gpu()) return 'this browser has no WebGPU';
  if (name === 'webgl' && typeof OffscreenCanvas === 'undefined') {
    return 'this browser has no WebGL in workers';
  }
  if (name === 'wasm' && typeof WebAssembly === 'undefined') return 'WebAssembly is switched off';
  return undefined;
}

/** Why a back end is not worth a try when nobody asked for it: graphics drawn by the processor lose to wasm. */
export async function unpromising(name: BackendName): Promise<string | undefined> {
  if (name === 'webgpu') {
    const adapter = await gpu()?.requestAdapter();
    if (!adapter) return 'no graphics adapter';
    const software = adapter.info?.isFallbackAdapter ?? adapter.isFallbackAdapter;
    return software ? 'the processor stands in for the graphics adapter' : undefined;
  }
  if (name === 'webgl' && softwareWebGL()) return 'the processor stands in for the graphics card';
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

/**
 * Starts a back end, makes it current, and trusts it only when a known input gives the known output in time. `asked`
 * says that the reader chose it: then software graphics will do.
 */
export async function tryBackend(
  name: BackendName,
  { wasmPaths, asked = false }: { wasmPaths?: WasmPaths; asked?: boolean } = {},
): Promise<BackendReport> {
  try {
    const probeMilliseconds = await within(asked ? ASKED_LIMIT : PROBE_LIMIT, async () => {
      const reason = unavailable(name) ?? (asked ? undefined : await unpromising(name));
      if (reason) throw new Error(reason);
      await importBackend(name, wasmPaths);
      if (!(await tf.setBackend(name))) throw new Error('it does not start here');
      await tf.ready();
      return probe();
    });
    return { name, works: true, why: `${name} answered the probe.`, probeMilliseconds };
  } catch (error) {
    return { name, works: false, why: `${name}: ${(error as Error).message}.` };
  }
}

/** Fetches the code of a back end and registers it; each is a chunk of its own. */
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
      // The paths can be set only until the first start.
      if (wasmPaths && !tf.findBackend('wasm')) setWasmPaths(wasmPaths);
      return;
    }
    case 'cpu':
      await import('@tensorflow/tfjs-backend-cpu');
  }
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

function gpu(): Gpu | undefined {
  return (globalThis.navigator as { gpu?: Gpu } | undefined)?.gpu;
}

/** Whether the current back end has lost its graphics context, after which its tensors hold nothing. */
export function contextLost(): boolean {
  const backend = tf.backend() as Partial<{
    gpgpu: { gl: { isContextLost(): boolean } };
    device: { lost: Promise<unknown> };
  }>;
  if (tf.getBackend() === 'webgl') return backend.gpgpu?.gl.isContextLost() ?? false;
  if (tf.getBackend() !== 'webgpu' || !backend.device) return false;
  watch(backend.device);
  return lostDevices.has(backend.device);
}

/**
 * Waits for a read from the back end, but not for ever: one whose context is lost never answers.
 *
 * @throws EngineError `backend` when the context is lost meanwhile
 */
export async function unlessLost<T>(read: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const lost = new Promise<never>((_, reject) => {
    const fault = new EngineError('backend', `${tf.getBackend()} lost its graphics context.`);
    timer = setInterval(() => contextLost() && reject(fault), 200);
  });
  try {
    return await Promise.race([read, lost]);
  } finally {
    clearInterval(timer);
  }
}

const watched = new WeakSet<object>();
const lostDevices = new WeakSet<object>();

/** Notes it when a WebGPU device goes: it can be awaited, but not asked. */
function watch(device: { lost: Promise<unknown> }): void {
  if (watched.has(device)) return;
  watched.add(device);
  void device.lost.then(() => lostDevices.add(device));
}
