import { HttpError, NewConsent, Study, StudySettings } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { studyProblem } from '../study/study-problem.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Studies'];
const FlightPath = Type.Object({ id: Type.String() });
type FlightPath = Static<typeof FlightPath>;
const response = { 200: Study, '4xx': HttpError };

/** How a flight is run as a study. */
export const studyApi =
  ({ accounts, registry, flightsChanged }: Pick<ApiDeps, 'accounts' | 'registry' | 'flightsChanged'>): FastifyPluginAsync =>
  async (api) => {
    const { studies, flights, participants } = registry;
    api.addHook('onRequest', requireAccount({ accounts }));
    api.addHook<{ Params: FlightPath }>('preHandler', async ({ params: { id } }, reply) => {
      if (!(await flights.get(id))) return refuse(reply, { refusal: 'notFound', message: `There is no flight ${JSON.stringify(id)}` });
      return undefined;
    });
    const read = async (flight: string): Promise<Study> => {
      const study = await studies.ofFlight(flight);
      return {
        settings: study?.settings ?? null,
        consents: study?.consents ?? (await studies.consents(flight)),
        notCounted: (await participants.notCounted(flight)).length,
      };
    };

    api.get<{ Params: FlightPath }>(
      '/flights/:id/study',
      { schema: { tags, summary: 'How a flight is run as a study', params: FlightPath, response } },
      ({ params: { id } }) => read(id),
    );

    api.put<{ Params: FlightPath; Body: StudySettings }>(
      '/flights/:id/study',
      { schema: { tags, summary: 'Run a flight as a study', params: FlightPath, body: StudySettings, response } },
      async ({ params: { id }, body }, reply) => {
        const problem = studyProblem(body);
        if (problem) return refuse(reply, { refusal: 'badRequest', ...problem });
        const refusal = await studies.put(id, body);
        if (refusal) return refuse(reply, refusal);
        await flightsChanged();
        return read(id);
      },
    );

    api.post<{ Params: FlightPath; Body: NewConsent }>(
      '/flights/:id/study/consents',
      { schema: { tags, summary: 'Write the next version of what participants agree to', params: FlightPath, body: NewConsent, response } },
      async ({ params: { id }, body: { text }, account }) => {
        await studies.addConsent(id, { text: text.trim(), by: account?.name ?? null });
        return read(id);
      },
    );
  };
