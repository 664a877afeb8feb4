import type { Said } from '../faults/index.ts';

export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

/** The order of trust: which back end is tried next when one falls away. */
export const BACKENDS: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

/** Longest that the code of a back end may take to arrive, milliseconds: half a megabyte over a slow line. */
export const CODE_LIMIT = 60_000;

/** Longest that a back end may take to start and to answer the known input, milliseconds. */
export const PROBE_LIMIT = 10_000;

/** The same for one that the reader asked for: graphics drawn by a busy processor take their time. */
export const ASKED_LIMIT = 60_000;

/** What became of a back end when it was tried. */
export interface BackendReport {
  name: BackendName;
  works: boolean;
  /** Why it does not work, or how it was chosen. */
  why: Said;
  /** Of the probe's timed pass; absent where it was not reached. */
  probeMilliseconds?: number;
}
