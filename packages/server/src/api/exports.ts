import { Readable } from 'node:stream';
import { HttpError, isUuid } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { EXPORTS } from '../exports/index.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const ExportQuery = Type.Object({
  flight: Type.String(),
  session: Type.Optional(Type.String()),
  format: Type.Optional(Type.Union(EXPORTS.map(({ name }) => Type.Literal(name)))),
});

/** A flight's events as a file, streamed. */
export const exportsApi =
  ({ accounts, registry, store }: Pick<ApiDeps, 'accounts' | 'registry' | 'store'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));

    api.get<{ Querystring: Static<typeof ExportQuery> }>(
      '/export',
      { schema: { tags: ['Exports'], summary: 'Events as a file', querystring: ExportQuery, response: { '4xx': HttpError } } },
      async ({ query: { flight: wanted, session, format: name = 'jsonl' } }, reply) => {
        const flight = await registry.flights.get(wanted);
        const format = EXPORTS.find((each) => each.name === name);
        if (!flight || !format)
          return refuse(reply, { refusal: 'notFound', field: 'flight', message: `There is no flight ${JSON.stringify(wanted)}` });
        if (session !== undefined && !isUuid(session)) {
          return refuse(reply, {
            refusal: 'badRequest',
            field: 'session',
            message: `session must be a session’s id, got ${JSON.stringify(session)}`,
          });
        }
        const events = store.exportEvents({ flight: flight.id, ...(session !== undefined && { session }) });
        return reply
          .type(format.mediaType)
          .header('content-disposition', `attachment; filename="${format.fileName(flight.id)}"`)
          .send(Readable.from(format.write(events)));
      },
    );
  };
