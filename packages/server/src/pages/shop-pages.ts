import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

/** What the shop's pages say where their flight's token goes. */
const TOKEN_PLACE = '%SIGHTLINE_TOKEN%';

/** The example shop under `/shop/`: its pages carry the tracker with the default flight's token. */
export const shopPages =
  (root: string, token: () => Promise<string>): FastifyPluginAsync =>
  async (app) => {
    await app.register(fastifyStatic, { root, prefix: '/shop/', serve: false });
    app.get('/shop', (_, reply) => reply.redirect('/shop/'));
    app.get<{ Params: { '*': string } }>('/shop/*', async (request, reply) => {
      const path = request.params['*'];
      const page = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      if (!page.endsWith('.html')) return reply.sendFile(page);
      const file = normalize(join(root, page));
      if (!file.startsWith(root)) return reply.callNotFound();
      const html = await readFile(file, 'utf8').catch(() => undefined); // A page that does not exist.
      if (html === undefined) return reply.callNotFound();
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(html.replaceAll(TOKEN_PLACE, await token()));
    });
  };
