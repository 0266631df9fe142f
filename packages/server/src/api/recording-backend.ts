import { clicks, clicksPerMinute, fixationTime, focusedElements, measure, rageClicks, round, sessionDuration } from '@sightline/metrics';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Store } from '../store/store.ts';

/**
 * What the recording backend answered about a session, key for key: `GET /api/session/{id}/metrics` and `…/recording`.
 * The id is the one the page gave.
 */
export const recordingBackendApi =
  ({ store, find }: { store: Store; find: (id: string) => Promise<string | undefined> }): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: { id: string } }>('/api/session/:id/metrics', async ({ params }, reply) => {
      const session = await find(params.id);
      const events = session === undefined ? [] : await store.sessionEventsForMetrics(session);
      if (events.length === 0) return notFound(reply);
      return { session_id: params.id, ...originalMetrics(events) };
    });

    app.get<{ Params: { id: string } }>('/api/session/:id/recording', async ({ params }, reply) => {
      const session = await find(params.id);
      const events = session === undefined ? undefined : await store.recordingOf(session);
      if (!events || events.length === 0) return notFound(reply);
      return { events };
    });
  };

/** The recording backend's numbers, in its units and with its rounding. */
export function originalMetrics(events: Awaited<ReturnType<Store['sessionEventsForMetrics']>>) {
  const [durationMs, totalClicks, rage, perMinute, fixationMs, elements] = measure(
    events,
    sessionDuration,
    clicks,
    rageClicks,
    clicksPerMinute,
    fixationTime,
    focusedElements,
  );
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

const notFound = (reply: FastifyReply) => reply.code(404).send({ detail: 'Session not found' });
