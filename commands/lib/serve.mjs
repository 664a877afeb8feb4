// A static server for the built site: sirv, with what a good static host adds to it.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import sirv from 'sirv';

/** Types that sirv does not know: weights, and the parts of the search index. */
const BYTES = /\.(safetensors|pagefind|pf_\w+)$/;
/** A year, for files whose names carry a hash of what they hold; of all others the browser asks whether they have changed. */
const HASHED = 'max-age=31536000';

/** Answers with the site's own page for what is not there. */
async function notFound(root, response) {
  response.statusCode = 404;
  const page = join(root, '404.html');
  if (!(await stat(page).catch(() => undefined))) return response.end('Not found');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  return createReadStream(page).pipe(response);
}

/** Serves `folder` under the path `base` on localhost; resolves with the server once it listens. Port 0 takes a free one. */
export function serve(folder, { port, base = '/' }) {
  const root = resolve(folder);
  const compress = compression();
  // Its `dev` looks at the disk for every request: the site may be built anew meanwhile.
  const files = sirv(root, {
    dev: true,
    etag: true,
    setHeaders(response, pathname) {
      const hashed = /^\/(_astro|strideless)\//.test(pathname);
      response.setHeader('Cache-Control', hashed ? HASHED : 'no-cache');
      if (BYTES.test(pathname)) response.setHeader('Content-Type', 'application/octet-stream');
    },
  });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    // Figures may be fetched by other people's pages: strideless.js is a module, and those ask.
    response.setHeader('Access-Control-Allow-Origin', '*');
    compress(request, response, () => {
      if (!url.startsWith(base)) return notFound(root, response);
      request.url = `/${url.slice(base.length)}`;
      files(request, response, () => notFound(root, response));
    });
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
