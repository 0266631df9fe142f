import { PassThrough } from 'node:stream';
import fastifyStatic from '@fastify/static';
import {
  ExportEstimate,
  ExportJob,
  ExportJobs,
  HttpError,
  isUuid,
  NewExport,
  type ExportFormatName,
  type Flight,
} from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { chosenTables } from '../exports/chosen-tables.ts';
import { sizeOfExport } from '../exports/size-of-export.ts';
import { EXPORTS } from '../exports/index.ts';
import { ofFlight } from '../exports/of-flight.ts';
import { streamExport } from '../exports/stream-export.ts';
import { withoutExcluded } from '../study/without-excluded.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Exports'];
/** Formats that are one file whatever is exported. */
const STREAMED = EXPORTS.filter(({ name }) => name === 'jsonl' || name === 'logui');

const StreamQuery = Type.Object({
  flight: Type.String(),
  session: Type.Optional(Type.String()),
  format: Type.Optional(Type.Union(STREAMED.map(({ name }) => Type.Literal(name)))),
});
const ListQuery = Type.Object({ flight: Type.Optional(Type.String()) });
const JobPath = Type.Object({ id: Type.String() });

/** Exports: a flight's events as a stream, and whole exports that are written in the background and kept for a while. */
export const exportsApi =
  ({ accounts, registry, store, exportJobs }: Pick<ApiDeps, 'accounts' | 'registry' | 'store' | 'exportJobs'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    await api.register(fastifyStatic, { root: exportJobs.folder, serve: false });

    api.get<{ Querystring: Static<typeof StreamQuery> }>(
      '/export',
      { schema: { tags, summary: 'Events as a file, at once', querystring: StreamQuery, response: { '4xx': HttpError } } },
      async ({ query: { flight: wanted, session, format: name = 'jsonl' }, log }, reply) => {
        const flight = await registry.flights.get(wanted);
        const format = STREAMED.find((each) => each.name === name);
        if (!flight || !format) return noFlight(reply, wanted);
        if (session !== undefined && !isUuid(session)) return noSession(reply, session);
        const filter = { flight: flight.id };
        const selection =
          session === undefined ? { filter: await withoutExcluded(registry)(filter) } : { filter, session: session.toLowerCase() };
        const order = { format, tables: format.tables, selection, flight, ...(await ofFlight(registry, flight)) };
        const body = new PassThrough();
        streamExport(order, { store }, body).then(
          () => body.end(),
          (error: unknown) => {
            if (!body.destroyed) log.error({ err: error }, 'an export broke off');
            body.destroy(error instanceof Error ? error : new Error(String(error)));
          },
        );
        const fileName = name === 'logui' ? `logui-${flight.id}.log` : `sightline-${flight.id}.jsonl`;
        return reply.type(format.mediaType).header('content-disposition', `attachment; filename="${fileName}"`).send(body);
      },
    );

    api.post<{ Body: NewExport }>(
      '/exports/estimate',
      { schema: { tags, summary: 'How large an export would be', body: NewExport, response: { 200: ExportEstimate, '4xx': HttpError } } },
      async ({ body }, reply) => {
        const asked = await understood(body, reply);
        if (asked === undefined) return reply;
        const { sessions, events } = await store.exportExtent({ filter: asked.filter, session: asked.session ?? undefined });
        const like = await registry.exportJobs.lastLike({ flight: asked.flight.id, format: body.format, tables: asked.tables });
        return { sessions, events, ...sizeOfExport(body.format, asked.tables, { sessions, events, like }) } satisfies ExportEstimate;
      },
    );

    api.post<{ Body: NewExport }>(
      '/exports',
      { schema: { tags, summary: 'Make an export in the background', body: NewExport, response: { 201: ExportJob, '4xx': HttpError } } },
      async ({ body, account }, reply) => {
        const asked = await understood(body, reply);
        if (asked === undefined) return reply;
        const { flight, ...rest } = asked;
        const fileName = `sightline-${nameForFile(flight)}-${body.format}.zip`;
        return reply.code(201).send(await exportJobs.add({ ...rest, flight: flight.id, createdBy: account?.name ?? '', fileName }));
      },
    );

    api.get<{ Querystring: Static<typeof ListQuery> }>(
      '/exports',
      { schema: { tags, summary: 'Exports, the newest first', querystring: ListQuery, response: { 200: ExportJobs, '4xx': HttpError } } },
      async ({ query: { flight } }): Promise<ExportJobs> => ({ exports: await registry.exportJobs.list(flight) }),
    );

    api.get<{ Params: Static<typeof JobPath> }>(
      '/exports/:id',
      { schema: { tags, summary: 'How far an export is', params: JobPath, response: { 200: ExportJob, '4xx': HttpError } } },
      async ({ params: { id } }, reply) => (await registry.exportJobs.get(id)) ?? noExport(reply, id),
    );

    api.post<{ Params: Static<typeof JobPath> }>(
      '/exports/:id/cancel',
      {
        schema: { tags, summary: 'Cancel an export that is not finished', params: JobPath, response: { 200: ExportJob, '4xx': HttpError } },
      },
      async ({ params: { id } }, reply) => {
        await exportJobs.cancel(id);
        return (await registry.exportJobs.get(id)) ?? noExport(reply, id);
      },
    );

    api.delete<{ Params: Static<typeof JobPath> }>(
      '/exports/:id',
      { schema: { tags, summary: 'Delete an export with its file', params: JobPath, response: { '4xx': HttpError } } },
      async ({ params: { id } }, reply) => {
        if (!(await registry.exportJobs.get(id))) return noExport(reply, id);
        await exportJobs.remove(id);
        return reply.code(204).send();
      },
    );

    api.get<{ Params: Static<typeof JobPath> }>(
      '/exports/:id/file',
      { schema: { tags, summary: 'The file of a finished export; takes Range', params: JobPath, response: { '4xx': HttpError } } },
      async ({ params: { id } }, reply) => {
        const job = await registry.exportJobs.get(id);
        if (!job) return noExport(reply, id);
        if (job.state !== 'finished')
          return refuse(reply, { refusal: 'notFound', field: 'id', message: `The export has no file: it is ${job.state}` });
        return reply.header('content-disposition', `attachment; filename="${job.fileName}"`).sendFile(exportJobs.fileOf(id));
      },
    );

    /** What a body asks for, checked; undefined where the reply says what is wrong with it. */
    async function understood({ format: name, tables: names, session, ...filter }: NewExport, reply: FastifyReply) {
      const flight = await registry.flights.get(filter.flight);
      if (!flight) return void noFlight(reply, filter.flight);
      if (session !== undefined && !isUuid(session)) return void noSession(reply, session);
      const format = EXPORTS.find((each) => each.name === name);
      const tables = format ? chosenTables(format, names) : `there is no format ${name}`;
      if (typeof tables === 'string') return void refuse(reply, { refusal: 'badRequest', field: 'tables', message: `tables: ${tables}` });
      return {
        flight,
        format: name satisfies ExportFormatName,
        tables: tables.map(({ table }) => table.name),
        filter: { ...filter, flight: flight.id },
        session: session?.toLowerCase() ?? null,
      };
    }
  };

const nameForFile = ({ name, id }: Flight): string => name.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || id;

const noFlight = (reply: FastifyReply, id: string) =>
  refuse(reply, { refusal: 'notFound', field: 'flight', message: `There is no flight ${JSON.stringify(id)}` });
const noSession = (reply: FastifyReply, session: string) =>
  refuse(reply, { refusal: 'badRequest', field: 'session', message: `session must be a session’s id, got ${JSON.stringify(session)}` });
const noExport = (reply: FastifyReply, id: string) =>
  refuse(reply, { refusal: 'notFound', field: 'id', message: `There is no export ${JSON.stringify(id)}` });
