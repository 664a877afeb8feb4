// The engine in Node, for commands and tests: the wasm binaries are read from the installed package.
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import type { EngineOptions } from './asked.ts';
import { Engine } from './engine.ts';

export function createNodeEngine(options: EngineOptions = {}): Engine {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  return new Engine({ wasmPaths: `${dirname(entry)}${sep}`, ...options });
}
