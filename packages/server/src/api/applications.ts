import { Application, ApplicationChange, Applications, Flight, HttpError, NewApplication, NewFlight } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { isRefusal } from '../registry/refusal.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Applications and flights'];
const ApplicationPath = Type.Object({ id: Type.String() });

/** The applications, and new flights of them. */
export const applicationsApi =
  ({
    accounts,
    access,
    registry,
    flightsChanged,
  }: Pick<ApiDeps, 'accounts' | 'access' | 'registry' | 'flightsChanged'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));

    api.get(
      '/applications',
      { schema: { tags, summary: 'The applications one may see, with their flights', response: { 200: Applications, '4xx': HttpError } } },
      async ({ account, apiKey }): Promise<Applications> => {
        const visible = account ? await access.applicationsWith({ account, key: apiKey ?? undefined }, 'observe') : [];
        const applications = await registry.applications.list();
        return { applications: visible ? applications.filter(({ id }) => visible.includes(id)) : applications };
      },
    );

    api.post<{ Body: NewApplication }>(
      '/applications',
      { schema: { tags, summary: 'Create an application', body: NewApplication, response: { 201: Application, '4xx': HttpError } } },
      async ({ account, apiKey, body }, reply) => {
        const researches = account ? await access.applicationsWith({ account, key: apiKey ?? undefined }, 'research') : [];
        if (researches?.length === 0)
          return refuse(reply, { refusal: 'notAllowed', message: 'You may create an application once you are a researcher of another' });
        const answer = await registry.applications.create(body);
        if (isRefusal(answer)) return refuse(reply, answer);
        if (account?.role === 'member') await registry.memberships.change(account.id, [{ applicationId: answer.id, role: 'owner' }]);
        return reply.code(201).send(answer);
      },
    );

    api.patch<{ Body: ApplicationChange; Params: Static<typeof ApplicationPath> }>(
      '/applications/:id',
      {
        schema: {
          tags,
          summary: 'Rename an application, or put it aside',
          params: ApplicationPath,
          body: ApplicationChange,
          response: { 200: Application, '4xx': HttpError },
        },
      },
      async (request, reply) => {
        const answer = await registry.applications.change(request.params.id, request.body);
        if (isRefusal(answer)) return refuse(reply, answer);
        await flightsChanged();
        return answer;
      },
    );

    api.post<{ Body: NewFlight; Params: Static<typeof ApplicationPath> }>(
      '/applications/:id/flights',
      {
        schema: {
          tags,
          summary: 'Create a flight with a first token',
          params: ApplicationPath,
          body: NewFlight,
          response: { 201: Flight, '4xx': HttpError },
        },
      },
      async (request, reply) => {
        const answer = await registry.flights.create(request.params.id, request.body);
        if (isRefusal(answer)) return refuse(reply, answer);
        await flightsChanged();
        return reply.code(201).send(answer);
      },
    );
  };
