// The graphics context of a back end, which a browser may take away at any moment.

import * as tf from '@tensorflow/tfjs-core';
import { say } from '../faults/index.ts';
import type { BackendName } from './backend-names.ts';
import { EngineError } from './errors.ts';

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
    const fault = new EngineError('backend', say('engine', 'lostContext', tf.getBackend()));
    timer = setInterval(() => contextLost() && reject(fault), 200);
  });
  try {
    return await Promise.race([read, lost]);
  } finally {
    clearInterval(timer);
  }
}

/**
 * Gives a back end up together with its lost context. Whoever asks for it later gets a new context, or a quick no; the
 * old one would be waited for in vain.
 */
export function discard(name: BackendName): void {
  const factory = tf.findBackendFactory(name);
  if (!factory) return;
  try {
    tf.removeBackend(name);
  } catch {
    // What a lost context held may be past freeing.
  }
  if (!tf.findBackendFactory(name)) tf.registerBackend(name, factory);
}

const watched = new WeakSet<object>();
const lostDevices = new WeakSet<object>();

/** Notes it when a WebGPU device goes: it can be awaited, but not asked. */
function watch(device: { lost: Promise<unknown> }): void {
  if (watched.has(device)) return;
  watched.add(device);
  void device.lost.then(() => lostDevices.add(device));
}
