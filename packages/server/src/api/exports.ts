import { Readable } from 'node:stream';
import { HttpError, isUuid } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { EXPORTS, RECORDING_EXPORTS } from '../exports/index.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const save = (reply: FastifyReply, mediaType: string, fileName: string, text: AsyncIterable<string>): FastifyReply =>
  reply.type(mediaType).header('content-disposition', `attachment; filename="${fileName}"`).send(Readable.from(text));

const ExportQuery = Type.Object({
  flight: Type.String(),
  session: Type.Optional(Type.String()),
  format: Type.Optional(Type.Union([...EXPORTS, ...RECORDING_EXPORTS].map(({ name }) => Type.Literal(name)))),
  assets: Type.Optional(Type.Boolean({ description: 'With `rrweb`: write the recording’s files into its events.' })),
});

/** A flight's events, or a session's recording, as a file, streamed. */
export const exportsApi =
  ({ accounts, registry, store }: Pick<ApiDeps, 'accounts' | 'registry' | 'store'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));

    api.get<{ Querystring: Static<typeof ExportQuery> }>(
      '/export',
      {
        schema: {
          tags: ['Exports'],
          summary: 'Events, or a session’s recording, as a file',
          querystring: ExportQuery,
          response: { '4xx': HttpError },
        },
      },
      async ({ query: { flight: wanted, session, format: name = 'jsonl', assets } }, reply) => {
        const flight = await registry.flights.get(wanted);
        const format = EXPORTS.find((each) => each.name === name);
        const recording = RECORDING_EXPORTS.find((each) => each.name === name);
        if (!flight)
          return refuse(reply, { refusal: 'notFound', field: 'flight', message: `There is no flight ${JSON.stringify(wanted)}` });
        if ((session !== undefined || recording) && !isUuid(session ?? '')) {
          return refuse(reply, {
            refusal: 'badRequest',
            field: 'session',
            message: `session must be a session’s id, got ${JSON.stringify(session) ?? 'nothing'}`,
          });
        }
        if (recording && session !== undefined) {
          const written = recording.write(store, { session, flight: flight.id, withAssets: assets === true });
          return save(reply, recording.mediaType, recording.fileName(session), written);
        }
        if (!format)
          return refuse(reply, { refusal: 'badRequest', field: 'format', message: `There is no format ${JSON.stringify(name)}` });
        const events = store.exportEvents({ flight: flight.id, ...(session !== undefined && { session }) });
        return save(reply, format.mediaType, format.fileName(flight.id), format.write(events));
      },
    );
  };
