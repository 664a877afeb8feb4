import type { BackendName } from './backend-names.ts';

/** What is faster on one back end and slower on another. */
export interface Choices {
  /**
   * Space-to-depth and a k x k convolution after it as one strided convolution, for k up to this, and else as a
   * transpose before it. Default: all.
   */
  strided?: number;
  /** Convolutions that read the same value as one. Default true. */
  twins?: boolean;
}

/**
 * The faster way on each back end, as `npm run bench -- --forms` measured it (its rows stand in
 * content/results/measured/bench.json; above 1 the strided convolution is faster):
 *
 * - wasm: within 2 % of each other; the strided one needs no map for what is moved
 * - webgl: TensorFlow.js runs 1x1 as a product of matrices, which a 2x2/2 is not; the transpose wins by a quarter
 * - webgpu: three runs on a card in software gave 0.8, 1.1 and 1.3; the strided one needs fewer programs
 * - cpu: the strided one is a little faster
 */
const FASTER: Record<BackendName, Choices> = {
  wasm: {},
  webgl: { strided: 0 },
  webgpu: {},
  cpu: {},
};

/** How a network is compiled for a back end when nobody asks for another way. */
export function fasterOn(backend: string): Choices {
  return FASTER[backend as BackendName] ?? {};
}
