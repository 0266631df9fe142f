import { loopbackSite } from '../loopback-site.ts';

/** Somebody's page on a server of its own, whose head is what they pasted into it. */
export async function pastedPage() {
  let head = '';
  const site = await loopbackSite((_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="en"><head><title>Kiln</title>${head}</head><body><h1>Kiln</h1><button>Buy</button></body></html>`);
  });
  return { ...site, paste: (text: string) => (head = text) };
}
