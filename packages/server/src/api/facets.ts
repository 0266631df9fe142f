import { FlightFacets, HttpError } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const FlightPath = Type.Object({ id: Type.String() });

/** What a flight's sessions can be filtered and grouped by. */
export const facetsApi =
  ({ accounts, registry, store }: Pick<ApiDeps, 'accounts' | 'registry' | 'store'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    api.get<{ Params: Static<typeof FlightPath> }>(
      '/flights/:id/facets',
      {
        schema: {
          tags: ['Sessions'],
          summary: 'What a flight’s sessions can be filtered by: fields and their values, events, pages, devices',
          params: FlightPath,
          response: { 200: FlightFacets, '4xx': HttpError },
        },
      },
      async ({ params: { id } }, reply) =>
        (await registry.flights.get(id))
          ? store.flightFacets(id)
          : refuse(reply, { refusal: 'notFound', message: `There is no flight ${JSON.stringify(id)}` }),
    );
  };
