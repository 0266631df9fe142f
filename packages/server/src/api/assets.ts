import { gunzipSync } from 'node:zlib';
import { HttpError, LIMITS } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const AssetPath = Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) });
const AssetQuery = Type.Object({ flight: Type.String({ minLength: 1 }) });

/** A page of somebody else's site wrote these bytes: opened on their own they may run nothing, load nothing and be nothing but what they say. */
const INERT = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'content-disposition': 'inline',
};

/** The style sheets, fonts and images that recordings refer to; a name is of the bytes, so they never change. */
export const assetsApi =
  ({ accounts, store, loader }: Pick<ApiDeps, 'accounts' | 'store' | 'loader'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    api.get<{ Params: Static<typeof AssetPath>; Querystring: Static<typeof AssetQuery> }>(
      '/assets/:hash',
      {
        schema: {
          tags: ['Recordings'],
          summary: 'A file that a recording names `sightline-asset:<hash>`',
          params: AssetPath,
          querystring: AssetQuery,
          response: { '4xx': HttpError },
        },
      },
      async ({ params: { hash }, query: { flight }, headers }, reply) => {
        const find = () => store.asset({ flight, hash });
        // Whoever watches a running session sees what refers to it before the store has it.
        const found = (await find()) ?? (await loader.drain().then(find, find));
        if (found === undefined) return refuse(reply, { refusal: 'notFound', field: 'hash', message: `The flight has no asset ${hash}` });
        reply.headers(INERT).type(found.contentType).header('cache-control', 'private, max-age=31536000, immutable');
        if (found.encoding === '') return reply.send(found.body);
        if (/\bgzip\b/.test(String(headers['accept-encoding'])))
          return reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').send(found.body);
        return reply.send(gunzipSync(found.body, { maxOutputLength: LIMITS.assetBytes }));
      },
    );
  };
