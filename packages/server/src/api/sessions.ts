import { METRICS, measure, metricId } from '@sightline/metrics';
import { EventPage, type MetricResult, type SessionDetail, SessionPage, SessionQuery, isUuid } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { Store } from '../store/store.ts';

/** How many events one page holds where the reader does not say. */
const EVENTS_A_PAGE = 1_000;

/** `/api/v1/sessions`: the list, one session with its metrics and certificate, and its events as they come. */
export const sessionsApi =
  ({ store }: { store: Store }): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Querystring: SessionQuery }>(
      '/sessions',
      { schema: { summary: 'Sessions of a flight', querystring: SessionQuery, response: { 200: SessionPage } } },
      ({ query }) => store.listSessions(query),
    );

    app.get<{ Params: { id: string } }>('/sessions/:id', { schema: { summary: 'One session: metrics and completeness' } }, async ({ params }, reply) => {
      const session = isUuid(params.id) ? await store.sessionSummary(params.id) : undefined;
      if (!session) return unknownSession(reply, params.id);
      const [tabs, events] = await Promise.all([store.sessionCompleteness(session.id), store.sessionEventsForMetrics(session.id)]);
      return { session, metrics: measured(events), completeness: total(tabs) } satisfies SessionDetail;
    });

    app.get<{ Params: { id: string }; Querystring: { after?: string; limit?: number } }>(
      '/sessions/:id/events',
      { schema: { summary: 'A session’s events, in order of arrival', querystring: EventsQuery, response: { 200: EventPage } } },
      async ({ params, query }, reply) => {
        if (!isUuid(params.id)) return unknownSession(reply, params.id);
        return store.sessionEvents({ session: params.id, after: query.after, limit: query.limit ?? EVENTS_A_PAGE });
      },
    );
  };

const EventsQuery = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 200, description: 'The cursor of the page before.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
});

const measured = (events: Awaited<ReturnType<Store['sessionEventsForMetrics']>>): MetricResult[] => {
  const values = measure(events, ...METRICS);
  return METRICS.map((metric, index) => ({
    metric: metricId(metric),
    title: metric.title,
    unit: metric.unit,
    definition: metric.definition,
    parameters: metric.parameters,
    value: values[index],
  }));
};

/** The session's certificate from its tabs'; nothing is expected where no tab numbers its events. */
function total(tabs: SessionDetail['completeness']['tabs']): SessionDetail['completeness'] {
  const numbered = tabs.flatMap(({ expected }) => (expected === null ? [] : [expected]));
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  return {
    expected: numbered.length > 0 ? sum(numbered) : null,
    stored: sum(tabs.map(({ stored }) => stored)),
    refused: sum(tabs.map(({ refused }) => refused)),
    tabs,
  };
}

const unknownSession = (reply: FastifyReply, id: string) =>
  reply.code(404).send({ error: 'sessionUnknown', message: `There is no session ${id}.`, field: 'id', retry: false });
