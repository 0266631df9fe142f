import { idleStretches, lanesOf, PRESENCE_TABLE_SEES, presenceTable } from '@sightline/metrics';
import { HttpError, isUuid, SessionPresence } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const SessionPath = Type.Object({ id: Type.String() });

/** A session's presence: a lane for each tab, and how long every part of it was open, visible, focused and active. */
export const presenceApi =
  ({ accounts, store }: Pick<ApiDeps, 'accounts' | 'store'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    api.get<{ Params: Static<typeof SessionPath> }>(
      '/sessions/:id/presence',
      {
        schema: {
          tags: ['Sessions'],
          summary: 'A session’s presence: lanes of its tabs, and times by tab, page view, condition and element',
          params: SessionPath,
          response: { 200: SessionPresence, '4xx': HttpError },
        },
      },
      async ({ params: { id } }, reply) => {
        const session = isUuid(id) ? await store.sessionSummary({ session: id }) : undefined;
        if (!session) return refuse(reply, { refusal: 'notFound', field: 'id', message: `There is no session ${JSON.stringify(id)}` });
        const events = await store.sessionEventsForMetrics({ session: id, flight: session.flight, sees: PRESENCE_TABLE_SEES });
        const lanes = lanesOf(events);
        const known = lanes.levels.includes('focused');
        return {
          source: lanes.source,
          levels: [...lanes.levels],
          lanes: lanes.lanes.map(({ tab, spells }) => ({
            tab,
            spells: spells.map(({ state, from, to, recovered }) => ({ state, from, to, recovered })),
          })),
          idle: known ? idleStretches(lanes) : [],
          times: presenceTable(events),
        } satisfies SessionPresence;
      },
    );
  };
