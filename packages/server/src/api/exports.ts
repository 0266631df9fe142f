import { PassThrough } from 'node:stream';
import { HttpError, isUuid } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { EXPORTS } from '../exports/index.ts';
import { ofFlight } from '../exports/of-flight.ts';
import { streamExport } from '../exports/stream-export.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

/** Formats that are one file whatever is exported. */
const STREAMED = EXPORTS.filter(({ name }) => name === 'jsonl' || name === 'logui');

const ExportQuery = Type.Object({
  flight: Type.String(),
  session: Type.Optional(Type.String()),
  format: Type.Optional(Type.Union(STREAMED.map(({ name }) => Type.Literal(name)))),
});

/** Exports: a flight's events as a stream, and whole exports that are written in the background. */
export const exportsApi =
  ({ accounts, registry, store }: Pick<ApiDeps, 'accounts' | 'registry' | 'store'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));

    api.get<{ Querystring: Static<typeof ExportQuery> }>(
      '/export',
      { schema: { tags: ['Exports'], summary: 'Events as a file', querystring: ExportQuery, response: { '4xx': HttpError } } },
      async ({ query: { flight: wanted, session, format: name = 'jsonl' }, log }, reply) => {
        const flight = await registry.flights.get(wanted);
        const format = STREAMED.find((each) => each.name === name);
        if (!flight || !format)
          return refuse(reply, { refusal: 'notFound', field: 'flight', message: `There is no flight ${JSON.stringify(wanted)}` });
        if (session !== undefined && !isUuid(session)) {
          return refuse(reply, {
            refusal: 'badRequest',
            field: 'session',
            message: `session must be a session’s id, got ${JSON.stringify(session)}`,
          });
        }
        const order = {
          format,
          tables: format.tables,
          selection: { filter: { flight: flight.id }, session },
          flight: { id: flight.id, name: flight.name },
          ...(await ofFlight(registry, flight)),
        };
        const body = new PassThrough();
        streamExport(order, { store }, body).then(
          () => body.end(),
          (error: unknown) => {
            log.error({ err: error }, 'An export broke off');
            body.destroy(error instanceof Error ? error : new Error(String(error)));
          },
        );
        const name_ = name === 'logui' ? `logui-${flight.id}.log` : `sightline-${flight.id}.jsonl`;
        return reply.type(format.mediaType).header('content-disposition', `attachment; filename="${name_}"`).send(body);
      },
    );
  };
