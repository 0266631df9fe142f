import { FlightHealth, HttpError } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { flightState } from './flight-state.ts';
import { refuse } from './refuse.ts';

const FlightPath = Type.Object({ id: Type.String() });

/** Whether a flight's events come in, and reach the store. */
export const healthApi =
  ({
    accounts,
    registry,
    store,
    loader,
    diskSpace,
    now = Date.now,
  }: Pick<ApiDeps, 'accounts' | 'registry' | 'store' | 'loader' | 'diskSpace'> & { now?: () => number }): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));

    api.get<{ Params: Static<typeof FlightPath> }>(
      '/flights/:id/health',
      {
        schema: {
          tags: ['Applications and flights'],
          summary: 'The health of a flight’s collection',
          params: FlightPath,
          response: { 200: FlightHealth, '4xx': HttpError },
        },
      },
      async ({ params: { id } }, reply) => {
        const flight = await registry.flights.get(id);
        if (!flight) return refuse(reply, { refusal: 'notFound', message: `There is no flight ${JSON.stringify(id)}` });
        const [totals, disk] = await Promise.all([store.flightTotals(id), diskSpace()]);
        const loadLagMs = loader.lagMs();
        const state = flightState({ active: flight.active, disk: disk.state, loadLagMs, lastEventAt: totals.lastEventAt, now: now() });
        return { state, disk, loadLagMs, ...totals } satisfies FlightHealth;
      },
    );
  };
