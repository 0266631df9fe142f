import { FlightHealth, HttpError } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

/** A batch is usually in the store within two seconds; much later means that the store does not keep up. */
const LAGGING_MS = 10_000;
const SILENT_MS = 60_000;

const FlightPath = Type.Object({ id: Type.String() });

/** Whether a flight's events come in, and reach the store. */
export const healthApi =
  ({
    accounts,
    registry,
    store,
    loader,
    now = Date.now,
  }: Pick<ApiDeps, 'accounts' | 'registry' | 'store' | 'loader'> & { now?: () => number }): FastifyPluginAsync =>
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
        const totals = await store.flightTotals(id);
        const loadLagMs = loader.lagMs();
        return { state: state(flight.active, loadLagMs, totals.lastEventAt, now()), loadLagMs, ...totals } satisfies FlightHealth;
      },
    );
  };

function state(active: boolean, lagMs: number, lastEventAt: number | null, now: number): FlightHealth['state'] {
  if (!active) return 'refusing';
  if (lagMs > LAGGING_MS) return 'lagging';
  return lastEventAt !== null && now - lastEventAt < SILENT_MS ? 'receiving' : 'silent';
}
