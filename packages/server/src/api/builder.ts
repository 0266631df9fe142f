import { BuilderGrant, HttpError } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import type { BuilderGrants } from '../auth/builder-grants.ts';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const FlightPath = Type.Object({ id: Type.String() });

/** The right to open the point-and-click builder on a flight's pages. */
export const builderApi =
  ({
    accounts,
    registry,
    builder,
  }: Pick<ApiDeps, 'accounts' | 'registry'> & { builder: Pick<BuilderGrants, 'issue'> }): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    api.post<{ Params: Static<typeof FlightPath> }>(
      '/flights/:id/builder',
      {
        schema: {
          tags: ['Applications and flights'],
          summary: 'Allow the builder to be opened on the flight’s pages for half an hour',
          params: FlightPath,
          response: { 200: BuilderGrant, '4xx': HttpError },
        },
      },
      async ({ params: { id }, account }, reply) => {
        const flight = await registry.flights.get(id);
        if (!flight) return refuse(reply, { refusal: 'notFound', message: `There is no flight ${JSON.stringify(id)}` });
        return builder.issue({ flight: id, by: account?.name ?? '' });
      },
    );
  };
