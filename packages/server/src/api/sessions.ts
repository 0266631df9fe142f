import { EventPage, HttpError, isUuid, SessionDetail, SessionPage, SessionQuery } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { CursorInvalid } from '../store/session-events.ts';
import { markNotCounted } from '../study/mark-not-counted.ts';
import type { ApiDeps } from './api-deps.ts';
import { measuredSessions } from './measured-sessions.ts';
import { refuse } from './refuse.ts';

const tags = ['Sessions'];
/** How many events one page holds where the reader does not say. */
const EVENTS_A_PAGE = 1_000;

const SessionPath = Type.Object({ id: Type.String() });
const EventsQuery = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 200, description: 'The cursor of the page before.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
});

/** The list of sessions, one session with its metrics and certificate, and its events as they come. */
export const sessionsApi =
  ({ accounts, store, registry }: Pick<ApiDeps, 'accounts' | 'store' | 'registry'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    const measured = measuredSessions({ store, registry });
    const marked = markNotCounted(registry);

    api.get<{ Querystring: SessionQuery }>(
      '/sessions',
      { schema: { tags, summary: 'Sessions of a flight', querystring: SessionQuery, response: { 200: SessionPage, '4xx': HttpError } } },
      async ({ query }) => {
        const { sessions, total } = await store.listSessions(query);
        return { sessions: await marked(query.flight, sessions), total } satisfies SessionPage;
      },
    );

    api.get<{ Params: Static<typeof SessionPath> }>(
      '/sessions/:id',
      {
        schema: {
          tags,
          summary: 'A session: metrics and completeness',
          params: SessionPath,
          response: { 200: SessionDetail, '4xx': HttpError },
        },
      },
      async ({ params: { id } }, reply) => {
        const session = isUuid(id) ? await store.sessionSummary({ session: id }) : undefined;
        if (!session) return unknown(reply, id);
        const key = { session: id, flight: session.flight };
        const [tabs, metrics, [shown = session]] = await Promise.all([
          store.sessionCompleteness(key),
          measured(session),
          marked(session.flight, [session]),
        ]);
        return { session: shown, metrics, completeness: certificate(tabs) } satisfies SessionDetail;
      },
    );

    api.get<{ Params: Static<typeof SessionPath>; Querystring: Static<typeof EventsQuery> }>(
      '/sessions/:id/events',
      {
        schema: {
          tags,
          summary: 'A session’s events, in order of arrival',
          params: SessionPath,
          querystring: EventsQuery,
          response: { 200: EventPage, '4xx': HttpError },
        },
      },
      async ({ params: { id }, query: { after, limit = EVENTS_A_PAGE } }, reply) => {
        if (!isUuid(id)) return unknown(reply, id);
        try {
          return await store.sessionEvents({ session: id, limit, ...(after !== undefined && { after }) });
        } catch (error) {
          if (!(error instanceof CursorInvalid)) throw error;
          return refuse(reply, { refusal: 'badRequest', message: error.message, field: 'after' });
        }
      },
    );
  };

/** The session's certificate from its tabs'; nothing is expected where no tab numbers its events. */
function certificate(tabs: SessionDetail['completeness']['tabs']): SessionDetail['completeness'] {
  const numbered = tabs.flatMap(({ expected }) => (expected === null ? [] : [expected]));
  return {
    expected: numbered.length > 0 ? sum(numbered) : null,
    stored: sum(tabs.map(({ stored }) => stored)),
    refused: sum(tabs.map(({ refused }) => refused)),
    tabs,
  };
}

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

const unknown = (reply: FastifyReply, id: string) =>
  refuse(reply, { refusal: 'notFound', field: 'id', message: `There is no session ${JSON.stringify(id)}` });
