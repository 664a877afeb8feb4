// The engine's worker: the one place on the site where TensorFlow.js runs.
import wasmPlain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import * as Comlink from 'comlink';
import { Engine } from './engine.ts';
import { workerApi } from './worker-api.ts';

const wasmPaths = {
  'tfjs-backend-wasm.wasm': wasmPlain,
  'tfjs-backend-wasm-simd.wasm': wasmSimd,
  // Threads are switched off, but the map has to name all three.
  'tfjs-backend-wasm-threaded-simd.wasm': wasmSimd,
};

Comlink.expose(workerApi((options) => new Engine({ ...options, wasmPaths })));
