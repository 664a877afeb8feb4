import type { BackendName } from '#lib/engine/index.ts';
import { spoken } from '../spoken.ts';

/** Words of what stands under a figure and computes its claim again. */
export const engineCheck = spoken('engineCheck', {
  title: 'Computed by the engine',
  backends: {
    wasm: 'WebAssembly',
    webgl: 'WebGL',
    webgpu: 'WebGPU',
    cpu: 'plain JavaScript',
  } satisfies Record<BackendName, string>,
  waiting: 'The engine starts when this comes into view.',
  working: 'The engine is computing the gradient…',
  stopped: 'Stopped.',
  map: 'Gradient of the sum of a convolution with ones, pixel by pixel',
  agree: (difference: string, backend: string) =>
    `The engine’s gradient and the count agree; the largest difference is ${difference}. Computed with ${backend}.`,
  disagree: (difference: string, backend: string) =>
    `The engine’s gradient and the count disagree: the largest difference is ${difference}. Computed with ${backend}.`,
  failed: (reason: string) => `The engine could not compute it: ${reason}`,
});
