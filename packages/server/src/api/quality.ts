import { qualityFlags } from '@sightline/metrics';
import { HttpError, Quality, QualityQuery } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { requireAccount } from '../auth/require-account.ts';
import { definitionsOf } from '../jobs/measuring/definitions.ts';
import type { ApiDeps } from './api-deps.ts';

/** How much of what happened is here, and what about it should be looked at. */
export const qualityApi =
  ({ accounts, registry, store, measuring }: Pick<ApiDeps, 'accounts' | 'registry' | 'store' | 'measuring'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));

    api.get<{ Querystring: QualityQuery }>(
      '/quality',
      {
        schema: {
          tags: ['Over many sessions'],
          summary: 'What came, what is missing and what trackers complained of, the worst sessions first',
          querystring: QualityQuery,
          response: { 200: Quality, '4xx': HttpError },
        },
      },
      async ({ query }) => {
        const { definitions } = definitionsOf(await registry.measureSettings.of(query.flight));
        const flags = definitions.find(({ metric }) => metric.name === qualityFlags.name);
        measuring.lookAt(query.flight);
        return store.sessionQuality({
          ...query,
          flagsBy: { version: flags?.metric.version ?? qualityFlags.version, parameters: flags?.parameters ?? '' },
        });
      },
    );
  };
