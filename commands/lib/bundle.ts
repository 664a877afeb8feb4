import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type PluginOption, type Rollup } from 'vite';
import { root } from './machine.mjs';

const TYPES: Record<string, string> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  wasm: 'application/wasm',
};
/** What hosts compress. */
const COMPRESSED = /\.(html|js|mjs|wasm|json)$/;

export interface BundleServer {
  url: string;
  close: () => void;
  /** Bytes sent since the last time this was asked; `compress` says whether code went gzipped. */
  sent: () => number;
}

/**
 * Builds the page `folder`/index.html with all that it imports, and serves it, with some files more, on a free port. The
 * build begins at the repository's root, as the site's: modules ask for `/content/…`.
 */
export async function serveBundle(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string> = new Map(),
  { compress = false, plugins = [] }: { compress?: boolean; plugins?: PluginOption[] } = {},
): Promise<BundleServer> {
  const result = (await build({
    root,
    base: './',
    configFile: false,
    plugins,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      assetsInlineLimit: 0,
      target: 'es2022',
      rolldownOptions: { input: join(folder, 'index.html') },
    },
    worker: { format: 'es' },
  })) as Rollup.RollupOutput;
  const served = new Map(files);
  for (const part of result.output) {
    // The page stands at the top of what is served, whatever folder it comes from.
    const name = part.fileName.endsWith('index.html') ? 'index.html' : part.fileName;
    served.set(name, part.type === 'chunk' ? part.code : part.source);
  }
  const small = new Map<string, Uint8Array>();
  let sent = 0;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html';
    const plain = served.get(path);
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    if (plain === undefined) return response.writeHead(404).end();
    const gzip = compress && COMPRESSED.test(path);
    if (gzip && !small.has(path)) small.set(path, gzipSync(plain));
    const body = gzip ? small.get(path)! : typeof plain === 'string' ? Buffer.from(plain) : plain;
    sent += body.length;
    const encoding = gzip ? { 'content-encoding': 'gzip' } : {};
    return response.writeHead(200, { 'content-type': type, ...encoding }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = (server as Server).address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () => server.close(),
    sent() {
      const bytes = sent;
      sent = 0;
      return bytes;
    },
  };
}
