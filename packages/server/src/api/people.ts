import { HttpError, isUuid, MergeRequest, PeoplePage, PeopleQuery, PersonDetail, VisitPage } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { isRefusal } from '../registry/refusal.ts';
import type { ApiDeps } from './api-deps.ts';
import { findPerson, VISITOR } from './find-person.ts';
import { listPeople } from './list-people.ts';
import { refuse } from './refuse.ts';

const tags = ['People'];
const PersonPath = Type.Object({ id: Type.String() });
const MergePath = Type.Object({ id: Type.String(), merge: Type.String() });
const OfFlight = Type.Object({ flight: Type.String({ description: 'Any flight of the application the person belongs to.' }) });
const VisitsQuery = Type.Object({
  ...OfFlight.properties,
  search: Type.Optional(Type.String({ maxLength: 200, description: 'Part of a page’s address or title; any case.' })),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
});
type PersonPath = Static<typeof PersonPath>;
type OfFlight = Static<typeof OfFlight>;

/** People and visitors, what each of them did, and which of them are one. */
export const peopleApi =
  ({ accounts, registry, store }: Pick<ApiDeps, 'accounts' | 'registry' | 'store'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    const find = findPerson({ registry, store });

    api.get<{ Querystring: PeopleQuery }>(
      '/people',
      { schema: { tags, summary: 'People of a flight', querystring: PeopleQuery, response: { 200: PeoplePage, '4xx': HttpError } } },
      async ({ query }, reply) => {
        const answer = await listPeople({ registry, store }, query);
        return isRefusal(answer) ? refuse(reply, answer) : answer;
      },
    );

    api.get<{ Params: PersonPath; Querystring: OfFlight }>(
      '/people/:id',
      {
        schema: {
          tags,
          summary: 'A person over all flights of the application',
          params: PersonPath,
          querystring: OfFlight,
          response: { 200: PersonDetail, '4xx': HttpError },
        },
      },
      async ({ params: { id }, query: { flight } }, reply) => {
        const found = await find(id, flight);
        return isRefusal(found) ? refuse(reply, found) : found.detail();
      },
    );

    api.get<{ Params: PersonPath; Querystring: Static<typeof VisitsQuery> }>(
      '/people/:id/visits',
      {
        schema: {
          tags,
          summary: 'A person’s page views, newest first',
          params: PersonPath,
          querystring: VisitsQuery,
          response: { 200: VisitPage, '4xx': HttpError },
        },
      },
      async ({ params: { id }, query: { flight, ...part } }, reply) => {
        const found = await find(id, flight);
        return isRefusal(found) ? refuse(reply, found) : store.visits({ ...found.key, ...part });
      },
    );

    api.post<{ Params: PersonPath; Querystring: OfFlight; Body: MergeRequest }>(
      '/people/:id/merge',
      {
        schema: {
          tags,
          summary: 'Say that another person is this one',
          params: PersonPath,
          querystring: OfFlight,
          body: MergeRequest,
          response: { 200: PersonDetail, '4xx': HttpError },
        },
      },
      async ({ params: { id }, query: { flight }, body, account }, reply) => {
        const found = await find(id, flight);
        if (isRefusal(found)) return refuse(reply, found);
        const visitor = body.other.startsWith(VISITOR) ? body.other.slice(VISITOR.length) : undefined;
        if (visitor !== undefined && !isUuid(visitor))
          return refuse(reply, { refusal: 'badRequest', field: 'other', message: `other: expected a visitor’s UUID, got "${visitor}"` });
        const refusal = await registry.mergePeople.merge({
          applicationId: found.applicationId,
          personId: id,
          other: visitor === undefined ? { personId: body.other } : { visitor, flightId: flight },
          by: account?.name ?? '',
        });
        if (refusal) return refuse(reply, refusal);
        const merged = await find(id, flight);
        return isRefusal(merged) ? refuse(reply, merged) : merged.detail();
      },
    );

    api.delete<{ Params: Static<typeof MergePath>; Querystring: OfFlight }>(
      '/people/:id/merges/:merge',
      {
        schema: {
          tags,
          summary: 'Undo a merge',
          params: MergePath,
          querystring: OfFlight,
          response: { 200: PersonDetail, '4xx': HttpError },
        },
      },
      async ({ params: { id, merge }, query: { flight } }, reply) => {
        const found = await find(id, flight);
        if (isRefusal(found)) return refuse(reply, found);
        const refusal = await registry.mergePeople.undo(found.applicationId, id, merge);
        if (refusal) return refuse(reply, refusal);
        const parted = await find(id, flight);
        return isRefusal(parted) ? refuse(reply, parted) : parted.detail();
      },
    );
  };
