import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { rolldown } from 'rolldown';

// Found by name, as the trials run this file from where they are compiled to.
const TRACKER = join(dirname(createRequire(import.meta.url).resolve('@sightline/server/package.json')), '../tracker');
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** Who records the page. */
export type Recorder = 'nobody' | 'rrweb' | 'Sightline';
export const RECORDERS: readonly Recorder[] = ['nobody', 'rrweb', 'Sightline'];

/** The tracker's test pages and the examples, each without a recorder, with bare rrweb, and with ours: `/<recorder>/<path>`. */
export async function recordedPages(endpoint: string, token: string) {
  const scripts: Record<Recorder, string> = {
    nobody: '',
    // As rrweb's guide has it: what it records is made to text, as it would be to be sent.
    rrweb: `<script src="/rrweb.js"></script><script>characters = 0; rrweb.record({ emit: (event) => (characters += JSON.stringify(event).length) })</script>`,
    Sightline: `<script src="${endpoint}sightline.js" data-flight-token="${token}" data-events="none" data-presence="off" data-recording="{}" async></script>`,
  };
  const [rrweb, list] = await Promise.all([bundled('rrweb'), bundled('virtual-list')]);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const [, recorder = '', ...rest] = path.split('/');
    const file = rest[0] === 'shop' ? join(TRACKER, '../../examples', ...rest) : join(TRACKER, 'e2e/pages', ...rest);
    const body = path === '/rrweb.js' ? rrweb : rest[0] === 'list.js' ? list : await readFile(file, 'utf8').catch(() => undefined);
    if (body === undefined) return response.writeHead(404).end();
    const isPage = extname(path) === '.html';
    const text = isPage
      ? body
          .replace(/<script[^>]*sightline\.js[^>]*><\/script>/, '')
          .replace(/<(?:head|meta charset)[^>]*>/, `$&${scripts[recorder as Recorder] ?? ''}`)
          .replace('<div id="app"></div>', '<div id="app"></div><script src="list.js"></script>')
      : body;
    return response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html; charset=utf-8' }).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function bundled(app: string): Promise<string> {
  const bundle = await rolldown({
    input: join(TRACKER, `e2e/apps/${app}.js`),
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  return output[0].code;
}
