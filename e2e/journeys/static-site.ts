import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loopbackSite } from '../loopback-site.ts';

const PAGES: Record<string, string> = {
  'index.html': `<h1>Bakery</h1><p><a href="bread.html">Our bread</a> <a href="order.html" target="_blank">Order in a new tab</a></p>`,
  'bread.html': `<h1>Bread</h1><p>Rye, wheat and spelt, from four in the morning.</p><p><button id="more">More photographs</button></p><p><a href="order.html">Order</a></p>`,
  'order.html': `<h1>Order</h1>
<form onsubmit="event.preventDefault(); window.sightline.identify(this.email.value); document.title = 'Thank you'; this.hidden = true">
<label>Email <input name="email" type="email"></label> <button>Send</button></form>`,
};

/** A folder of plain pages, served as anybody serves theirs; its owner puts a line into each page's head. */
export async function staticSite() {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-bakery-'));
  const write = (head: string) => {
    for (const [name, body] of Object.entries(PAGES)) {
      const title = /<h1>(.*?)<\/h1>/.exec(body)?.[1] ?? '';
      const html = `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n${head}\n</head>\n<body>${body}</body>\n</html>\n`;
      writeFileSync(join(folder, name), html);
    }
  };
  write('');
  const site = await loopbackSite((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const name = path === '' ? 'index.html' : path;
    if (!Object.hasOwn(PAGES, name)) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(readFileSync(join(folder, name)));
  });
  return {
    url: site.url,
    /** Puts the snippet into every page. */
    paste: write,
    async close(): Promise<void> {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
