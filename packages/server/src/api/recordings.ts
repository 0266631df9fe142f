import { gzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { HttpError, isUuid, RecordingManifest, type SessionSummary } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { recentMap } from '../door/recent-map.ts';
import { RECORDING_EXPORTS } from '../exports/recording-exports.ts';
import { CURSOR_PATTERN, cursorOf } from '../recording/cursor.ts';
import { laneMoment } from '../recording/lane-moment.ts';
import { lanePart } from '../recording/lane-part.ts';
import { manifestSince } from '../recording/manifest-since.ts';
import { recordingManifest } from '../recording/manifest.ts';
import { openedManifest } from '../recording/opening.ts';
import type { Store } from '../store/index.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Recordings'];
const LARGEST = Number.MAX_SAFE_INTEGER;

const SessionPath = Type.Object({ id: Type.String() });
const TabPath = Type.Object({ id: Type.String(), tab: Type.String() });
const ManifestQuery = Type.Object({
  after: Type.Optional(Type.String({ pattern: CURSOR_PATTERN, description: 'The cursor of the answer before.' })),
  opening: Type.Optional(
    Type.Union([Type.Literal('start'), Type.Integer({ minimum: 0, maximum: LARGEST })], {
      description:
        'The moment that is looked at first, in ms from the session’s start, or `start`: what shows it comes along as `opening`.',
    }),
  ),
  tab: Type.Optional(Type.String({ description: 'With `opening`: the tab that is looked at.' })),
});
const PartQuery = Type.Object({
  from: Type.Integer({ minimum: 0, maximum: LARGEST, description: 'Sequence of the first chunk.' }),
  to: Type.Optional(Type.Integer({ minimum: 0, maximum: LARGEST, description: 'Sequence of the last; all where left out.' })),
  checkpoint: Type.Optional(
    Type.Integer({ minimum: 0, maximum: LARGEST, description: 'Sequence of a checkpoint of the manifest: it comes along as `keyframe`.' }),
  ),
});
const FileQuery = Type.Object({
  format: Type.Optional(Type.Union(RECORDING_EXPORTS.map(({ name }) => Type.Literal(name)))),
  assets: Type.Optional(Type.Boolean({ description: 'With `rrweb`: write the files that snapshots refer to into them.' })),
});
const MomentQuery = Type.Object({ time: Type.Number({ description: 'ms since 1970, corrected.' }) });

/** A session's recording: what there is, ranges of it, and where to begin for a moment. */
export const recordingsApi =
  ({
    accounts,
    store,
    loader,
    recordingIndexer,
  }: Pick<ApiDeps, 'accounts' | 'store' | 'loader' | 'recordingIndexer'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    const flightOf = flightsOfSessions(store);
    const pulseOf = async (id: string) => (isUuid(id) ? store.sessionPulse({ session: id }) : undefined);

    api.get<{ Params: Static<typeof SessionPath>; Querystring: Static<typeof ManifestQuery> }>(
      '/sessions/:id/recording',
      {
        schema: {
          tags,
          summary:
            'What there is of a session’s recording, and what shows its first moment; with `after`, what came since, as soon as it is safe',
          params: SessionPath,
          querystring: ManifestQuery,
          response: { 200: RecordingManifest, '4xx': HttpError },
        },
      },
      async ({ params: { id }, query: { after, opening, tab }, headers }, reply) => {
        // Who asks again watches a session that runs: what came must not wait for its segment to fill.
        if (after !== undefined) await loader.drain().catch(() => undefined);
        const session = await pulseOf(id);
        if (session === undefined) return unknown(reply, id);
        const manifest = await (after === undefined ? recordingManifest(store, session) : manifestSince(store, session, cursorOf(after)));
        if (after === undefined && manifest.tabs.some(({ indexed }) => !indexed))
          recordingIndexer.want({ session: id, flight: session.flight });
        const moment = opening === 'start' ? undefined : opening;
        const text = opening === undefined ? JSON.stringify(manifest) : await openedManifest(store, manifest, { after: moment, tab });
        return sendText(reply, text, headers['accept-encoding']);
      },
    );

    api.get<{ Params: Static<typeof SessionPath>; Querystring: Static<typeof FileQuery> }>(
      '/sessions/:id/recording/file',
      {
        schema: {
          tags,
          summary: 'The recording as a file: a page that plays it without a network, or its rrweb events',
          params: SessionPath,
          querystring: FileQuery,
          response: { '4xx': HttpError },
        },
      },
      async ({ params: { id }, query: { format: name = 'replay', assets = false } }, reply) => {
        const session = await sessionOf(store, id);
        const format = RECORDING_EXPORTS.find((each) => each.name === name);
        if (session === undefined || format === undefined) return unknown(reply, id);
        return reply
          .type(format.mediaType)
          .header('content-disposition', `attachment; filename="${format.fileName(id)}"`)
          .send(Readable.from(format.write(store, { session: id, flight: session.flight, withAssets: assets })));
      },
    );

    api.get<{ Params: Static<typeof TabPath>; Querystring: Static<typeof PartQuery> }>(
      '/sessions/:id/recording/:tab',
      {
        schema: {
          tags,
          summary: 'The rrweb events of a run of chunks, and the page before them where a checkpoint is named',
          params: TabPath,
          querystring: PartQuery,
          response: { '4xx': HttpError },
        },
      },
      async ({ params: { id, tab }, query, headers }, reply) => {
        const flight = await flightOf(id);
        if (flight === undefined) return unknown(reply, id);
        if (!isUuid(tab)) return unknownTab(reply, tab);
        const text = await lanePart(store, { session: id, flight, lane: tab, ...query });
        return sendText(reply, text, headers['accept-encoding']);
      },
    );

    api.get<{ Params: Static<typeof TabPath>; Querystring: Static<typeof MomentQuery> }>(
      '/sessions/:id/recording/:tab/at',
      {
        schema: {
          tags,
          summary: 'Where to begin for a moment: a checkpoint, and the chunks from there',
          params: TabPath,
          querystring: MomentQuery,
          response: { '4xx': HttpError },
        },
      },
      async ({ params: { id, tab }, query: { time }, headers }, reply) => {
        const flight = await flightOf(id);
        if (flight === undefined) return unknown(reply, id);
        const text = isUuid(tab) ? await laneMoment(store, { session: id, flight, lane: tab, time }) : undefined;
        return text === undefined ? unknownTab(reply, tab) : sendText(reply, text, headers['accept-encoding']);
      },
    );
  };

const sessionOf = async (store: Pick<Store, 'sessionSummary'>, id: string): Promise<SessionSummary | undefined> =>
  isUuid(id) ? store.sessionSummary({ session: id }) : undefined;

const SESSIONS = 1_000;

/** Which flight a session is of, from memory where it was asked for lately: somebody who looks at a recording asks again and again. */
function flightsOfSessions(store: Pick<Store, 'sessionFlight'>): (session: string) => Promise<string | undefined> {
  const recent = recentMap<string, string>(SESSIONS);
  return async (session) => {
    if (!isUuid(session)) return undefined;
    const flight = recent.get(session) ?? (await store.sessionFlight({ session }));
    if (flight !== undefined) recent.set(session, flight);
    return flight;
  };
}

const compress = promisify(gzip);
/** Below this compression costs more than it saves. */
const WORTHWHILE = 4_096;

/** JSON that is text already; compressed lightly, as a recording shrinks to a tenth of it and the way may be long. */
async function sendText(reply: FastifyReply, text: string, accepted: string | string[] | undefined): Promise<FastifyReply> {
  reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding');
  if (text.length < WORTHWHILE || !/\bgzip\b/.test(String(accepted))) return reply.send(text);
  return reply.header('content-encoding', 'gzip').send(await compress(text, { level: 1 }));
}

const unknown = (reply: FastifyReply, id: string) =>
  refuse(reply, { refusal: 'notFound', field: 'id', message: `There is no session ${JSON.stringify(id)}` });

const unknownTab = (reply: FastifyReply, tab: string) =>
  refuse(reply, { refusal: 'notFound', field: 'tab', message: `The session has no recording of a tab ${JSON.stringify(tab)}` });
