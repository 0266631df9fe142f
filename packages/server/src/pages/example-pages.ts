import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

/** The example sites, each under its own name. */
export const EXAMPLES = ['shop', 'search', 'logui-test', 'unt'] as const;

/** What an example's files say where the default flight's token goes, and which files may say it. */
const TOKEN_PLACE = '%SIGHTLINE_TOKEN%';
const MEDIA_TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

/** The example sites, whose pages carry the tracker with the default flight's token. */
export const examplePages =
  (root: string, token: () => Promise<string>): FastifyPluginAsync =>
  async (app) => {
    for (const name of EXAMPLES) await app.register(examplePage(name, join(root, name), token));
  };

const examplePage =
  (name: string, root: string, token: () => Promise<string>): FastifyPluginAsync =>
  async (app) => {
    await app.register(fastifyStatic, { root, prefix: `/${name}/`, serve: false });
    app.get(`/${name}`, (_, reply) => reply.redirect(`/${name}/`));
    app.get<{ Params: { '*': string } }>(`/${name}/*`, async (request, reply) => {
      const path = request.params['*'];
      const page = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      const mediaType = MEDIA_TYPES[extname(page)];
      if (mediaType === undefined) return reply.sendFile(page);
      const file = normalize(join(root, page));
      // Outside the site, or a page that does not exist.
      const text = file.startsWith(root + sep) ? await readFile(file, 'utf8').catch(() => undefined) : undefined;
      if (text === undefined) return reply.callNotFound();
      reply.type(mediaType).header('cache-control', 'no-store');
      return reply.send(text.includes(TOKEN_PLACE) ? text.replaceAll(TOKEN_PLACE, await token()) : text);
    });
  };
