import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves one HTML page from a port of its own: for the site under test, a page of another origin. */
export async function neighbour(html: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
