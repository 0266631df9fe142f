import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

/** How long a page may use a script without asking: long enough to cost nothing, short enough that an upgrade reaches every page soon. */
const MAX_AGE_S = 300;

/** The tracker's scripts at the root, readable from every site: `/sightline.js` and whatever it loads. */
export const scripts =
  (root: string): FastifyPluginAsync =>
  async (app) => {
    await app.register(fastifyStatic, {
      root,
      prefix: '/',
      wildcard: false,
      index: false,
      decorateReply: false,
      preCompressed: true,
      setHeaders(reply) {
        reply.header('cache-control', `public, max-age=${MAX_AGE_S}`);
        reply.header('access-control-allow-origin', '*');
        reply.header('cross-origin-resource-policy', 'cross-origin');
        reply.header('timing-allow-origin', '*');
      },
    });
  };
