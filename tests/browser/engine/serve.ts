import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build, type Rollup } from 'vite';

const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  wasm: 'application/wasm',
};

/** Builds the engine's test page and serves it, with some files more, on a port of its own. */
export function serveEngine(files: ReadonlyMap<string, Uint8Array | string>) {
  return serveBundle(new URL('.', import.meta.url).pathname, files);
}

/** Builds the page `root`/index.html with all that it imports, and serves it. */
export async function serveBundle(
  root: string,
  files: ReadonlyMap<string, Uint8Array | string> = new Map(),
): Promise<{ url: string; close: () => void }> {
  const result = (await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { write: false, assetsInlineLimit: 0, target: 'es2022' },
    worker: { format: 'es' },
  })) as Rollup.RollupOutput;
  const served = new Map(files);
  for (const part of result.output) {
    served.set(part.fileName, part.type === 'chunk' ? part.code : part.source);
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html';
    const body = served.get(path);
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = (server as Server).address() as AddressInfo;
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}
