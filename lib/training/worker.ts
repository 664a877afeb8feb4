// The worker of the training: TensorFlow.js, away from the page and from the engine that draws the figures.
import wasmPlain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import * as Comlink from 'comlink';
import { trainingApi } from './worker-api.ts';

Comlink.expose(
  trainingApi({
    'tfjs-backend-wasm.wasm': wasmPlain,
    'tfjs-backend-wasm-simd.wasm': wasmSimd,
    // Threads are switched off, but the map has to name all three.
    'tfjs-backend-wasm-threaded-simd.wasm': wasmSimd,
  }),
);
