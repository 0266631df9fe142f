import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { loopbackSite, type LoopbackSite } from '../loopback-site.ts';

// Found by name, as the trials run this file from where they are compiled to.
const SCRIPTS = join(dirname(createRequire(import.meta.url).resolve('@sightline/server/package.json')), '../tracker/dist/scripts');

/** What the site's pages tell the tracker. */
export interface SiteOptions {
  endpoint: string;
  token: string;
  events?: string;
}

/** A site that wears the tracker; it stays up while the server that takes the events does not. */
export function openSite({ endpoint, token, events = 'none' }: SiteOptions): Promise<LoopbackSite> {
  const page = `<!doctype html><meta charset="utf-8"><title>Torture</title>
<script src="/sightline.js" data-flight-token="${token}" data-endpoint="${endpoint}" data-events="${events}"></script>
<p><a href="/next.html">Next</a>`;

  return loopbackSite(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (extname(pathname) === '.js') {
      const script = await readFile(join(SCRIPTS, basename(pathname))).catch(() => undefined);
      response.writeHead(script ? 200 : 404, { 'content-type': 'text/javascript', 'cache-control': 'max-age=300' }).end(script);
      return;
    }
    const policy = pathname === '/no-unload.html' ? { 'permissions-policy': 'unload=()' } : {};
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy }).end(page);
  });
}
