import { Flight, FlightChange, HttpError } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { isRefusal, type Refusal } from '../registry/refusal.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Applications and flights'];
const FlightPath = Type.Object({ id: Type.String() });
type FlightPath = Static<typeof FlightPath>;
const TokenPath = Type.Object({ id: Type.String(), tokenId: Type.String() });
type TokenPath = Static<typeof TokenPath>;
const response = { 200: Flight, '4xx': HttpError };

/** Single flights: their switch, origins and tokens. */
export function flightsApi({
  accounts,
  registry: { flights },
  flightsChanged,
}: Pick<ApiDeps, 'accounts' | 'registry' | 'flightsChanged'>): FastifyPluginAsync {
  /** Answers only when the door knows: whoever switched a flight off may rely on it. */
  const answer = async (changed: Flight | Refusal, reply: FastifyReply) => {
    if (isRefusal(changed)) return refuse(reply, changed);
    await flightsChanged();
    return changed;
  };

  return async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));

    api.get<{ Params: FlightPath }>(
      '/flights/:id',
      { schema: { tags, summary: 'A flight', params: FlightPath, response } },
      async ({ params: { id } }, reply) =>
        (await flights.get(id)) ?? refuse(reply, { refusal: 'notFound', message: `There is no flight ${JSON.stringify(id)}` }),
    );

    api.patch<{ Params: FlightPath; Body: FlightChange }>(
      '/flights/:id',
      { schema: { tags, summary: 'Change a flight', params: FlightPath, body: FlightChange, response } },
      async ({ params: { id }, body }, reply) => answer(await flights.change(id, body), reply),
    );

    api.post<{ Params: FlightPath }>(
      '/flights/:id/tokens',
      { schema: { tags, summary: 'Give a flight one more token', params: FlightPath, response } },
      async ({ params: { id } }, reply) => answer(await flights.addToken(id), reply),
    );

    api.delete<{ Params: TokenPath }>(
      '/flights/:id/tokens/:tokenId',
      { schema: { tags, summary: 'Revoke a token', params: TokenPath, response } },
      async ({ params: { id, tokenId } }, reply) => answer(await flights.revokeToken(id, tokenId), reply),
    );
  };
}
