import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '#commands/lib/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'served-'));
const long = 'a long text. '.repeat(500);
let server: Server;
let url: string;

beforeAll(async () => {
  for (const [file, text] of Object.entries({
    'site/index.html': '<p>home</p>',
    'site/lab/index.html': long,
    'site/404.html': '<p>not here</p>',
    'site/_astro/app.abc.js': 'export {};',
    'site/weights/w.safetensors': 'bytes',
    'site/pagefind/wasm.en.pagefind': 'bytes',
    'secret.txt': 'outside',
  })) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  server = await serve(join(folder, 'site'), { port: 0, base: '/notebook/' });
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('the server of the built site', () => {
  it('serves folders, hashed files and weights under the base path, with their headers', async () => {
    const headers = async (path: string) => {
      const response = await fetch(`${url}/notebook/${path}`);
      const { status } = response;
      const of = (name: string) => response.headers.get(name);
      return [status, of('content-type'), of('cache-control'), of('access-control-allow-origin')];
    };
    const html = 'text/html;charset=utf-8';
    expect(await headers('')).toEqual([200, html, 'no-cache', '*']);
    expect(await headers('lab/?left=spd')).toEqual([200, html, 'no-cache', '*']);
    expect(await headers('_astro/app.abc.js')).toEqual([
      200,
      'text/javascript',
      'max-age=31536000',
      '*',
    ]);
    for (const file of ['weights/w.safetensors', 'pagefind/wasm.en.pagefind'])
      expect(await headers(file)).toEqual([200, 'application/octet-stream', 'no-cache', '*']);
  });

  it('answers with the site’s own 404 page, outside the base too', async () => {
    for (const path of ['/notebook/nowhere/', '/notebook/nowhere.js', '/', '/other/']) {
      const response = await fetch(url + path);
      expect([response.status, await response.text()], path).toEqual([404, '<p>not here</p>']);
    }
  });

  it('never leaves its folder', async () => {
    for (const path of ['../secret.txt', '%2e%2e/secret.txt', '..%2fsecret.txt'])
      expect(await (await fetch(`${url}/notebook/${path}`)).text()).not.toContain('outside');
  });

  it('compresses text, and tells an unchanged file by its tag', async () => {
    const first = await fetch(`${url}/notebook/lab/`);
    expect(first.headers.get('content-encoding')).toMatch(/^(gzip|br)$/);
    expect(await first.text()).toBe(long);
    const again = await fetch(`${url}/notebook/lab/`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});
