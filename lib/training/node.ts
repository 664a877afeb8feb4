// Training in Node, for commands and tests: the wasm binaries are read from the installed package.
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { BackEnd } from '../engine/back-end.ts';

/** Makes wasm the current back end of TensorFlow.js. */
export async function useWasm(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  await new BackEnd(`${dirname(entry)}${sep}`).choose('wasm');
}
