import {
  clicks,
  clicksPerMinute,
  fixationTime,
  focusedElements,
  measure,
  rageClicks,
  round,
  sessionDuration,
  sights,
} from '@sightline/metrics';
import type { JsonObject, SessionId } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Store } from '../store/index.ts';

/** What the recording backend's reading side needs. */
export interface RecordingBackendDeps {
  store: Pick<Store, 'sessionEventsForMetrics' | 'recordingOf'>;
  /** The session that the recording backend's pages call so. */
  find: (id: string) => Promise<SessionId | undefined>;
  /** Whether a request may read sessions. */
  mayRead: (request: FastifyRequest) => boolean | Promise<boolean>;
}

/** The recording backend's metrics. */
const ORIGINAL = [sessionDuration, clicks, rageClicks, clicksPerMinute, fixationTime, focusedElements] as const;
const SEES = sights(ORIGINAL);

/** What the recording backend answered about a session, key for key: `GET /api/session/{id}/metrics` and `…/recording`. The id is the page's. */
export const recordingBackendApi =
  ({ store, find, mayRead }: RecordingBackendDeps): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      if (!(await mayRead(request))) return reply.code(403).send({ detail: 'Sessions can be read from this machine, or signed in' });
      return undefined;
    });

    app.get<{ Params: { id: string } }>('/api/session/:id/metrics', async ({ params }, reply) => {
      const session = await find(params.id);
      const events = session === undefined ? [] : await store.sessionEventsForMetrics({ session, sees: SEES });
      return events.length === 0 ? notFound(reply) : { session_id: params.id, ...originalMetrics(events) };
    });

    app.get<{ Params: { id: string } }>('/api/session/:id/recording', async ({ params }, reply) => {
      const session = await find(params.id);
      const events = session === undefined ? [] : await rrwebEvents(store, session);
      return events.length === 0 ? notFound(reply) : { events };
    });
  };

/** The recording backend's numbers, in its units and with its rounding. */
export function originalMetrics(events: Parameters<typeof measure>[0]) {
  const [durationMs, totalClicks, rage, perMinute, fixationMs, elements] = measure(events, ...ORIGINAL);
  return {
    duration_sec: round(durationMs / 1_000, 2),
    total_clicks: totalClicks,
    rage_clicks: rage,
    interaction_velocity: round(perMinute, 2),
    eye_tracking: {
      total_fixation_time_ms: fixationMs,
      top_focused_elements: elements.map(({ element, timeMs, share }) => ({ element, time_ms: timeMs, percentage: round(share * 100, 1) })),
    },
  };
}

async function rrwebEvents(store: RecordingBackendDeps['store'], session: SessionId): Promise<JsonObject[]> {
  const events: JsonObject[] = [];
  for await (const chunk of store.recordingOf({ session })) events.push(...chunk.events);
  return events;
}

const notFound = (reply: FastifyReply) => reply.code(404).send({ detail: 'Session not found' });
