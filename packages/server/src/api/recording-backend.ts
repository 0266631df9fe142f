import { Readable } from 'node:stream';
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
import type { SessionId } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { allEvents } from '../recording/all-events.ts';
import type { Store } from '../store/index.ts';

/** What the recording backend's reading side needs. */
export interface RecordingBackendDeps {
  store: Pick<Store, 'sessionEventsForMetrics' | 'recordingIndex' | 'recordedChunks'>;
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
      const events = session === undefined ? undefined : await allEvents(store, { session });
      return events === undefined ? notFound(reply) : reply.type('application/json').send(Readable.from(asAnswer(events)));
    });
  };

/** The recording backend's numbers, in its units and with its rounding. */
function originalMetrics(events: Parameters<typeof measure>[0]) {
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

async function* asAnswer(events: AsyncIterable<string>): AsyncGenerator<string, void> {
  yield '{"events":[';
  yield* events;
  yield ']}';
}

const notFound = (reply: FastifyReply) => reply.code(404).send({ detail: 'Session not found' });
