import { AuditLog, AuditQuery, HttpError } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

/** Who changed what, saw which recording and took which data: for owners. */
export const auditApi =
  ({ accounts, registry, access }: Pick<ApiDeps, 'accounts' | 'registry' | 'access'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    api.get<{ Querystring: AuditQuery }>(
      '/audit',
      {
        schema: {
          tags: ['Access'],
          summary: 'Who did and saw what',
          querystring: AuditQuery,
          response: { 200: AuditLog, '4xx': HttpError },
        },
      },
      async ({ account, apiKey, query }, reply) => {
        const owned = account ? await access.applicationsWith({ account, key: apiKey ?? undefined }, 'own') : [];
        if (owned?.length === 0)
          return refuse(reply, { refusal: 'ownersOnly', message: 'Only somebody who owns an application may read this' });
        return registry.audit.read(query, owned);
      },
    );
  };
