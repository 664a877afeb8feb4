import { serveBundle } from '#commands/lib/bundle.ts';

export { serveBundle };

/** Builds the engine's test page and serves it, with some files more, on a port of its own. */
export function serveEngine(files: ReadonlyMap<string, Uint8Array | string>) {
  return serveBundle(new URL('.', import.meta.url).pathname, files);
}
