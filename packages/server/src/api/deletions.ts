import { Applications, Deletion, HttpError } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import type { Deletable } from '../registry/deletions.ts';
import type { Refusal } from '../registry/refusal.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Applications and flights'];
const Path = Type.Object({ id: Type.String() });
type Path = Static<typeof Path>;
const PLACES = { application: '/applications/:id', flight: '/flights/:id' } as const satisfies Record<Deletable, string>;
const response = { 200: Applications, '4xx': HttpError };

/** Deleting applications and flights, and taking that back while it can be. */
export function deletionsApi({
  accounts,
  registry: { applications, deletions },
  flightsChanged,
}: Pick<ApiDeps, 'accounts' | 'registry' | 'flightsChanged'>): FastifyPluginAsync {
  const answer = async (refusal: Refusal | undefined, reply: FastifyReply) => {
    if (refusal) return refuse(reply, refusal);
    await flightsChanged();
    return { applications: await applications.list() };
  };
  return async (api) => {
    api.addHook('onRequest', requireAccount({ accounts, ownersOnly: true }));
    for (const what of ['application', 'flight'] as const) {
      api.delete<{ Params: Path; Body: Deletion }>(
        PLACES[what],
        {
          schema: {
            tags,
            summary: `Delete ${what === 'flight' ? 'a flight' : 'an application'} with all its data`,
            params: Path,
            body: Deletion,
            response,
          },
        },
        async ({ params: { id }, body: { name } }, reply) => answer(await deletions.delete(what, id, name), reply),
      );
      api.post<{ Params: Path }>(
        `${PLACES[what]}/restore`,
        {
          schema: {
            tags,
            summary: `Take the deletion of ${what === 'flight' ? 'a flight' : 'an application'} back`,
            params: Path,
            response,
          },
        },
        async ({ params: { id } }, reply) => answer(await deletions.restore(what, id), reply),
      );
    }
  };
}
