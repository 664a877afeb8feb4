// A static server for the built site: Node only, so that it runs before anything is installed.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGzip } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.safetensors': 'application/octet-stream',
};
const COMPRESSED = /^(text\/|application\/(json|xml|wasm)|image\/svg)/;

/** The file that answers a path, or undefined: folders answer with their index.html. */
async function fileFor(root, path) {
  const file = join(root, normalize(decodeURIComponent(path)));
  if (file !== root && !file.startsWith(`${root}/`)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return file;
  if (!found?.isDirectory() || !path.endsWith('/')) return undefined;
  const index = join(file, 'index.html');
  return (await stat(index).catch(() => undefined)) ? index : undefined;
}

/** Serves `folder` under the path `base` on localhost; resolves with the server once it listens. Port 0 takes a free one. */
export function serve(folder, { port, base = '/', compress = true }) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : undefined;
    let file = inside && (await fileFor(root, inside).catch(() => undefined));
    response.statusCode = file ? 200 : 404;
    file ??= await fileFor(root, '/404.html');
    if (!file) return response.end('Not found');
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.setHeader('Content-Type', type);
    response.setHeader(
      'Cache-Control',
      pathname.includes('/_astro/') ? 'max-age=31536000' : 'no-cache',
    );
    // Figures may be fetched by other people's pages.
    response.setHeader('Access-Control-Allow-Origin', '*');
    const gzip =
      compress &&
      COMPRESSED.test(type) &&
      /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (gzip) response.setHeader('Content-Encoding', 'gzip');
    if (request.method === 'HEAD') return response.end();
    const stream = createReadStream(file);
    stream.on('error', () => response.destroy());
    return gzip ? stream.pipe(createGzip()).pipe(response) : stream.pipe(response);
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, 'localhost', () => done(server));
  });
}

// node commands/lib/serve.mjs FOLDER PORT [BASE]
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, port, base] = process.argv.slice(2);
  await serve(folder, { port: Number(port), base });
  console.log(`${folder} on http://localhost:${port}${base ?? '/'}`);
}
