// What is asked of the engine, and what it answers.
import type { Said } from '../faults/index.ts';
import type { BackendName } from './backend-names.ts';
import type { WasmPaths } from './backends.ts';
import type { Pass, PictureSize } from './model.ts';

export interface RunResult extends Pass {
  /** From the numbers going in to the numbers being out, milliseconds. */
  milliseconds: number;
  backend: BackendName;
}

export interface RunOptions {
  /** Of the pictures, pixels. Default: that of the last pass, at first that of the loading. */
  size?: PictureSize;
  /** A pass that has not begun when this is given does not begin. */
  signal?: AbortSignal;
}

/** What is held now. */
export interface EngineMemory {
  tensors: number;
  bytes: number;
  models: number;
}

/** The engine went over to another back end by itself. */
export interface BackendEvent {
  from: BackendName;
  to: BackendName;
  said: Said;
}

export interface EngineOptions {
  wasmPaths?: WasmPaths;
  /** Back ends that are not to be tried (one that hung before). */
  exclude?: BackendName[];
  onBackendChange?: (event: BackendEvent) => void;
}
