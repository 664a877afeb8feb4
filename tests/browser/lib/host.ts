import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** What goes wrong with an answer. */
export interface Fault {
  /** Milliseconds before it begins. */
  wait?: number;
  /** Bytes a second of its body. */
  rate?: number;
  /** In place of the file. */
  status?: number;
}

/** A static host as they are found in the world: it remembers, it is slow, it breaks, it is deployed to, it goes down. */
export interface Host {
  url: string;
  /** Folders by the path they are served under; put another folder in, and it is deployed. */
  folders: Record<string, string>;
  /** By path, the query left out. */
  faults: Record<string, Fault>;
  /** Seconds for which browsers may keep an answer. */
  maxAge: number;
  /** Every connection is cut. */
  down: boolean;
  /** Paths asked for, with their queries. */
  asked: string[];
  close(): Promise<void>;
}

/** Starts one on a free port. */
export async function startHost(folders: Record<string, string>): Promise<Host> {
  const server = createServer(async (request, response) => {
    if (host.down) return void request.socket.destroy();
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    host.asked.push(pathname + search);
    const { wait = 0, rate, status } = host.faults[pathname] ?? {};
    if (wait) await pause(wait);
    const file = status ? undefined : fileOf(host.folders, pathname);
    const body = file ? readFileSync(file) : Buffer.from(`status ${status ?? 404}`);
    response.writeHead(file ? 200 : (status ?? 404), {
      'content-type': (file && TYPES[extname(file)]) || 'text/plain',
      'content-length': body.length,
      'cache-control': `max-age=${host.maxAge}`,
    });
    if (rate) await trickle(response, body, rate);
    response.end(rate ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  const host: Host = {
    url: `http://localhost:${port}`,
    folders,
    faults: {},
    maxAge: 0,
    down: false,
    asked: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return host;
}

function fileOf(folders: Record<string, string>, pathname: string): string | undefined {
  const base = Object.keys(folders).find((path) => pathname.startsWith(path));
  if (!base) return undefined;
  const file = join(folders[base], pathname.slice(base.length));
  const index = join(file, 'index.html');
  if (pathname.endsWith('/')) return existsSync(index) ? index : undefined;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Ten parts a second. */
async function trickle(response: ServerResponse, body: Buffer, rate: number): Promise<void> {
  const part = Math.ceil(rate / 10);
  for (let from = 0; from < body.length && !response.destroyed; from += part) {
    response.write(body.subarray(from, from + part));
    await pause(100);
  }
}
