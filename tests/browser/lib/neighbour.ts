import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/**
 * Serves one HTML page from a port and a host of its own: for the site under test, a page of another origin. With
 * `folder`, its files too.
 */
export async function neighbour(
  html: string,
  folder?: string,
): Promise<{ url: string; close: () => void }> {
  const files = folder ? sirv(folder, { dev: true }) : undefined;
  const server = createServer((request, response) => {
    const page = () =>
      void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    if (files && request.url?.includes('.')) files(request, response, page);
    else page();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
