import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';

// Found by name, as the trials run this file from where they are compiled to.
const SCRIPTS = join(dirname(createRequire(import.meta.url).resolve('@sightline/server/package.json')), '../tracker/dist/scripts');

/** A site that wears the tracker; it stays up while the server that takes the events does not. */
export async function openSite({ endpoint, token, events = 'none' }: { endpoint: string; token: string; events?: string }) {
  const page = `<!doctype html><meta charset="utf-8"><title>Torture</title>
<script src="/sightline.js" data-flight-token="${token}" data-endpoint="${endpoint}" data-events="${events}"></script>
<p><a href="/next.html">Next</a>`;

  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (extname(pathname) === '.js') {
      const script = await readFile(join(SCRIPTS, basename(pathname))).catch(() => undefined);
      response.writeHead(script ? 200 : 404, { 'content-type': 'text/javascript', 'cache-control': 'max-age=300' }).end(script);
      return;
    }
    const policy = pathname === '/no-unload.html' ? { 'permissions-policy': 'unload=()' } : {};
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy }).end(page);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
export type Site = Awaited<ReturnType<typeof openSite>>;
