import { HttpError, PasswordChange, PasswordRequest, SecondFactorRequest, SecondFactorStart } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { AccountRefusal } from '../auth/account-refusal.ts';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { caller } from './caller.ts';
import { refuse } from './refuse.ts';

const tags = ['Accounts'];
const Done = Type.Object({ done: Type.Literal(true) });
const response = { 200: Done, '4xx': HttpError };

/** What people do to their own account: password and second factor. */
export const ownAccountApi =
  ({ accounts }: Pick<ApiDeps, 'accounts'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));

    api.put<{ Body: PasswordChange }>(
      '/account/password',
      { schema: { tags, summary: 'Change one’s own password', body: PasswordChange, response } },
      async (request, reply) => answer(await accounts.changePassword(request.body, request.headers.cookie ?? '', caller(request)), reply),
    );

    api.post<{ Body: PasswordRequest }>(
      '/account/second-factor',
      {
        schema: {
          tags,
          summary: 'Begin with a second factor',
          body: PasswordRequest,
          response: { 200: SecondFactorStart, '4xx': HttpError },
        },
      },
      async (request, reply) => {
        const started = await accounts.secondFactor.start(request.body.password, request.headers.cookie ?? '', caller(request));
        return 'refusal' in started ? refuse(reply, started) : started;
      },
    );

    api.post<{ Body: SecondFactorRequest }>(
      '/account/second-factor/confirm',
      { schema: { tags, summary: 'Turn the second factor on with a first code', body: SecondFactorRequest, response } },
      async (request, reply) =>
        answer(await accounts.secondFactor.confirm(request.body.code, request.headers.cookie ?? '', caller(request)), reply),
    );

    api.delete<{ Body: PasswordRequest }>(
      '/account/second-factor',
      { schema: { tags, summary: 'Turn the second factor off', body: PasswordRequest, response } },
      async (request, reply) =>
        answer(await accounts.secondFactor.stop(request.body.password, request.headers.cookie ?? '', caller(request)), reply),
    );
  };

const answer = (given: { cookies: string[] } | AccountRefusal, reply: FastifyReply) =>
  'refusal' in given ? refuse(reply, given) : reply.header('set-cookie', given.cookies).send({ done: true });
