import { HttpError, NewSettings, SettingsVersion, SettingsVersions } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { isRefusal } from '../registry/refusal.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Applications and flights'];
const FlightPath = Type.Object({ id: Type.String() });
type FlightPath = Static<typeof FlightPath>;

/** What a flight records: its versions, and the next one. */
export const settingsApi =
  ({ accounts, registry, flightsChanged }: Pick<ApiDeps, 'accounts' | 'registry' | 'flightsChanged'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));

    api.get<{ Params: FlightPath }>(
      '/flights/:id/settings',
      {
        schema: {
          tags,
          summary: 'What a flight records, all versions',
          params: FlightPath,
          response: { 200: SettingsVersions, '4xx': HttpError },
        },
      },
      async ({ params: { id } }, reply) => {
        const versions = await registry.captureSettings.versions(id);
        return isRefusal(versions) ? refuse(reply, versions) : { versions };
      },
    );

    api.put<{ Params: FlightPath; Body: NewSettings }>(
      '/flights/:id/settings',
      {
        schema: {
          tags,
          summary: 'Make the next version of what a flight records',
          params: FlightPath,
          body: NewSettings,
          response: { 200: SettingsVersion, '4xx': HttpError },
        },
      },
      async ({ params: { id }, body, account }, reply) => {
        const answer = await registry.captureSettings.put(id, { ...body, by: account?.name ?? null });
        if (isRefusal(answer)) return refuse(reply, answer);
        await flightsChanged();
        return answer;
      },
    );
  };
