import type { BackendName } from './backend-names.ts';

/** What is faster on one back end and slower on another. */
export interface Choices {
  /** Space-to-depth and the convolution after it as one strided convolution, and not as a transpose. Default true. */
  strided?: boolean;
  /** Convolutions that read the same value as one. Default true. */
  twins?: boolean;
}

/** The faster way on each back end. */
const FASTER: Record<BackendName, Choices> = { wasm: {}, webgl: {}, webgpu: {}, cpu: {} };

/** How a network is compiled for a back end when nobody asks for another way. */
export function fasterOn(backend: string): Choices {
  return FASTER[backend as BackendName] ?? {};
}
