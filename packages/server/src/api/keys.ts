import { ApiKeyMade, ApiKeys, HttpError, NewApiKey } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['API keys'];
const KeyPath = Type.Object({ id: Type.String() });

/** Keys for programs: everybody's own, and for owners of the installation everybody's. */
export const keysApi =
  ({ accounts, registry, access }: Pick<ApiDeps, 'accounts' | 'registry' | 'access'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    api.addHook('onRequest', async (request, reply) => {
      if (request.apiKey) return refuse(reply, { refusal: 'notAllowed', message: 'A key cannot make or see keys: sign in' });
    });
    const mine = ({ account }: FastifyRequest) => (account?.role === 'owner' ? undefined : (account?.id ?? ''));

    api.get(
      '/keys',
      { schema: { tags, summary: 'Keys for programs', response: { 200: ApiKeys, '4xx': HttpError } } },
      async (request): Promise<ApiKeys> => ({ keys: await registry.apiKeys.list(mine(request)) }),
    );

    api.post<{ Body: NewApiKey }>(
      '/keys',
      { schema: { tags, summary: 'Make a key', body: NewApiKey, response: { 201: ApiKeyMade, '4xx': HttpError } } },
      async (request, reply) => {
        const { account, body } = request;
        if (!account) return refuse(reply, { refusal: 'notSignedIn', message: 'Sign in first' });
        const reachable = await access.applicationsWith({ account }, body.ability);
        const not = reachable && (body.applications ?? []).find((id) => !reachable.includes(id));
        if (not !== undefined)
          return refuse(reply, {
            refusal: 'notAllowed',
            field: 'applications',
            message: `applications: you may not ${body.ability} ${not} yourself`,
          });
        return reply.code(201).send(await registry.apiKeys.make(body, account));
      },
    );

    api.delete<{ Params: Static<typeof KeyPath> }>(
      '/keys/:id',
      { schema: { tags, summary: 'Revoke a key', params: KeyPath, response: { 200: ApiKeys, '4xx': HttpError } } },
      async (request, reply) => {
        if (!(await registry.apiKeys.revoke(request.params.id, mine(request))))
          return refuse(reply, { refusal: 'notFound', message: `There is no key ${JSON.stringify(request.params.id)}` });
        return { keys: await registry.apiKeys.list(mine(request)) };
      },
    );
  };
